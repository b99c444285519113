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
  /** The part of the id after `Term:`, such as "ehr" or "nist/access-control". */
  slug: z.string(),
  /** The key of its vocabulary: see `src/model/vocabulary.ts`. */
  vocabulary: z.string(),
  name: z.string(),
  /**
   * The code of a concept (`skos:notation`). It distinguishes concepts with the same name: code systems contain
   * thousands of concepts named "active" or "patient".
   */
  notation: optional(z.string()),
  /** The original IRI of the concept. */
  iri: optional(z.string()),
  /** The language of the name as a BCP 47 tag. Absent if the source does not state one. */
  language: optional(z.string()),
  /** Whether its publisher advises against its use (owl:deprecated). */
  isDeprecated: optional(z.boolean()),
  /** Whether it is at the top of its concept scheme. */
  isTopConcept: optional(z.boolean()),
  /**
   * Parallel lists: the literals of the concept in an RDF file, exactly as written. A tag is a language, or "^^" and a
   * datatype, or "". An export repeats them.
   */
  literalProperties: optional(z.array(z.string())),
  literalTexts: optional(z.array(z.string())),
  literalTags: optional(z.array(z.string())),
  /** Other statements of an RDF file about the concept, as lines of N-Triples. An export repeats them. */
  statements: optional(z.array(z.string())),
  /** Parallel lists: its mappings to concepts in other vocabularies, and the IRIs of these concepts. */
  mappingPredicates: optional(z.array(z.enum(MAPPING_PREDICATES))),
  mappingIris: optional(z.array(z.string())),
  /** The ids of the sources that its page or entry names. */
  sourceIds: optional(z.array(z.string())),
  category: optional(z.string()),
  /** The day on which its page was last checked against its sources. */
  reviewedOn: optional(z.string()),
  shortDefinition: optional(z.string()),
  definition: optional(z.string()),
  keyTakeaways: z.array(z.string()),
  /** Parallel lists in page order, because Neo4j cannot store a list of maps. The bodies are CommonMark. */
  sectionHeadings: z.array(z.string()),
  sectionBodies: z.array(z.string()),
  /**
   * Parallel lists: the position of a section (starting at 0), the offset in its body at which a statement ends, and a
   * source of the statement.
   */
  referenceSections: optional(z.array(z.int())),
  referenceEnds: optional(z.array(z.int())),
  referenceSourceIds: optional(z.array(z.string())),
}));
