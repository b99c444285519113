/** The RDF vocabulary of an export: SKOS and Dublin Core where they have a term, our own otherwise. */
import { LABEL_OF } from '../model/kinds.ts';
import { RELATION_TYPES, type RelationType } from '../model/relations.ts';

/** The prefixes of Turtle and JSON-LD. */
export const PREFIXES = {
  dcterms: 'http://purl.org/dc/terms/',
  g: 'urn:glossograph:vocabulary:',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

/** The prefix of properties without a column, whose names may be any string. */
export const OTHER_PROPERTY = 'urn:glossograph:property:';

/** The concept scheme of all terms, as on their pages. */
export const TERMS = 'urn:glossograph:terms';
/** The resource with the summary of the export. */
export const GRAPH = 'urn:glossograph:graph';

/** The predicate of a relation type: CONTRASTS_WITH is `g:contrastsWith`. */
export const PREDICATE_OF = Object.fromEntries(
  RELATION_TYPES.map((type) => [type, `g:${type.toLowerCase().replace(/_(\w)/g, (_, one) => one.toUpperCase())}`]),
) as Readonly<Record<RelationType, string>>;

/** The class of a kind: TERM is `g:Term`. */
export const CLASS_OF = Object.fromEntries(
  Object.entries(LABEL_OF).map(([kind, label]) => [kind, `g:${label}`]),
) as Readonly<Record<keyof typeof LABEL_OF, string>>;

const KIND = /^(?!Id:)([A-Z][a-z]*):/;

/**
 * The IRI of an entity or source: `Term:ehr` is `urn:glossograph:term:ehr`. Characters that a URN cannot hold are
 * percent-encoded; lone surrogates become U+FFFD. `idOfIri` is the reverse.
 */
export function iriOf(id: string): string {
  const [begin = '', kind] = KIND.exec(id) ?? [];
  return `urn:glossograph:${kind?.toLowerCase() ?? 'id'}:${encoded(id.slice(begin.length))}`;
}

/** The id of an entity or source from its IRI; undefined for other IRIs. */
export function idOfIri(iri: string): string | undefined {
  const [, kind, rest] = /^urn:glossograph:([a-z]+):(.*)$/s.exec(iri) ?? [];
  if (kind === undefined || rest === undefined) return undefined;
  const name = decoded(rest);
  return kind === 'id' ? name : `${kind[0]?.toUpperCase()}${kind.slice(1)}:${name}`;
}

/** The IRI of a relation. */
export const relationIri = (id: string): string => `urn:glossograph:relation:${encoded(id)}`;

/** Percent-encodes any text for the last part of a URN. */
export const encoded = (text: string): string => encodeURI(text.toWellFormed()).replace(/[?#]/g, encodeURIComponent);

/** Decodes the last part of a URN; leaves faulty encodings as they are. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
