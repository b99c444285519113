/** RDF resources, which the Turtle and JSON-LD writers use. */

/** The value of a property. Lists are ordered and can be empty. */
export type RdfValue =
  | string
  | boolean
  | { iri: string }
  /** A literal with a language, or with "^^" and a datatype. */
  | { text: string; tag: string }
  | { integer: number }
  | { number: number }
  | { list: readonly RdfValue[] }
  | RdfResource;

/**
 * A resource with properties. Without an IRI, it is a blank node inside another resource. Names are prefixed names or
 * full IRIs.
 */
export interface RdfResource {
  iri?: string;
  types: readonly string[];
  properties: readonly (readonly [name: string, value: RdfValue])[];
}
