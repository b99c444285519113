/**
 * The RDF vocabulary of an export. It uses terms from SKOS and Dublin Core where they exist, and Glossograph's own
 * terms otherwise.
 */

import { encoded } from '../model/iri.ts';
import { LABEL_OF } from '../model/kinds.ts';
import { RELATION_TYPES, type RelationType } from '../model/relations.ts';

/** The prefixes of Turtle and JSON-LD. */
export const PREFIXES = {
  dcterms: 'http://purl.org/dc/terms/',
  g: 'urn:glossograph:vocabulary:',
  owl: 'http://www.w3.org/2002/07/owl#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

/** The prefix of properties that have no column. Their names can be any string. */
export const OTHER_PROPERTY = 'urn:glossograph:property:';

/** The resource that contains the summary of the export. */
export const GRAPH = 'urn:glossograph:graph';

/** The predicate of a relation type. For example, `CONTRASTS_WITH` becomes `g:contrastsWith`. */
export const PREDICATE_OF = Object.fromEntries(
  RELATION_TYPES.map((type) => [type, `g:${type.toLowerCase().replace(/_(\w)/g, (_, one) => one.toUpperCase())}`]),
) as Readonly<Record<RelationType, string>>;

/** The class of a kind. For example, `TERM` becomes `g:Term`. */
export const CLASS_OF = Object.fromEntries(
  Object.entries(LABEL_OF).map(([kind, label]) => [kind, `g:${label}`]),
) as Readonly<Record<keyof typeof LABEL_OF, string>>;

/** The IRI of a relation. */
export const relationIri = (id: string): string => `urn:glossograph:relation:${encoded(id)}`;
