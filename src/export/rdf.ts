/** Resources of RDF, as Turtle and JSON-LD write them. */

/** The value of a property. Lists keep their order and may be empty. */
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

/** A resource with properties; without an IRI it is a blank node inside another one. Names are prefixed or full IRIs. */
export interface RdfResource {
  iri?: string;
  types: readonly string[];
  properties: readonly (readonly [name: string, value: RdfValue])[];
}
