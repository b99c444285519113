import { z } from 'zod';
import { MAPPING_PREDICATES } from '../mapping.ts';
import { describeKind, entityRecord, optional } from './descriptor.ts';

export const TERM = describeKind('TERM', {
  description: 'A health IT term.',
  shape: 'disc',
  color: { light: '#1d6fb8', dark: '#63adf2' },
  example: 'Term:emr-vs-ehr',
  schemaType: 'DefinedTerm',
});

export const TermRecord = /* @__PURE__ */ entityRecord('TERM', () => ({
  /** What follows `Term:` in the id: "ehr", "nist/access-control". */
  slug: z.string(),
  /** The key of its vocabulary: see `src/model/vocabulary.ts`. */
  vocabulary: z.string(),
  name: z.string(),
  /**
   * The code of a concept (`skos:notation`). It tells concepts of one name apart: code systems have thousands that are called
   * "active" or "patient".
   */
  notation: optional(z.string()),
  /** The IRI that the concept has where it comes from. */
  iri: optional(z.string()),
  /** The language of the name as a BCP 47 tag; absent where the source states none. */
  language: optional(z.string()),
  /** Its publisher advises against its use (owl:deprecated). */
  isDeprecated: optional(z.boolean()),
  /** It is at the top of its concept scheme. */
  isTopConcept: optional(z.boolean()),
  /**
   * Parallel lists: what an RDF file says of the concept in words, exactly as it says it. A tag is a language, or "^^" and a datatype,
   * or "". An export says it again.
   */
  literalProperties: optional(z.array(z.string())),
  literalTexts: optional(z.array(z.string())),
  literalTags: optional(z.array(z.string())),
  /** What an RDF file states of the concept beside all this, as lines of N-Triples. An export says it again. */
  statements: optional(z.array(z.string())),
  /** Parallel lists: how it compares to concepts of other vocabularies, and their IRIs. */
  mappingPredicates: optional(z.array(z.enum(MAPPING_PREDICATES))),
  mappingIris: optional(z.array(z.string())),
  /** The ids of the sources that its page or entry states. */
  sourceIds: optional(z.array(z.string())),
  category: optional(z.string()),
  /** The day on which its page was last checked against its sources. */
  reviewedOn: optional(z.string()),
  shortDefinition: optional(z.string()),
  definition: optional(z.string()),
  keyTakeaways: z.array(z.string()),
  /** Parallel lists, in page order: Neo4j holds no list of maps. Bodies are CommonMark. */
  sectionHeadings: z.array(z.string()),
  sectionBodies: z.array(z.string()),
  /** Parallel lists: a section, by its place from 0, the offset in its body at which a statement ends, and a source of the statement. */
  referenceSections: optional(z.array(z.int())),
  referenceEnds: optional(z.array(z.int())),
  referenceSourceIds: optional(z.array(z.string())),
}));
