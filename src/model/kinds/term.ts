import { z } from 'zod';
import { describeKind, entityRecord, optional } from './descriptor.ts';

export const TERM = describeKind('TERM', {
  description: 'A health IT term.',
  shape: 'disc',
  color: { light: '#1d6fb8', dark: '#63adf2' },
  example: 'Term:emr-vs-ehr',
  schemaType: 'DefinedTerm',
});

export const TermRecord = /* @__PURE__ */ entityRecord('TERM', () => ({
  slug: z.string(),
  name: z.string(),
  /**
   * The code of a concept in a code system (`skos:notation`). Code systems have thousands of concepts called "active" or
   * "patient", so terms with a notation are not joined by name, and texts are not searched for them.
   */
  notation: optional(z.string()),
  category: optional(z.string()),
  shortDefinition: optional(z.string()),
  definition: optional(z.string()),
  keyTakeaways: z.array(z.string()),
  /** Parallel lists, in page order: Neo4j holds no list of maps. Bodies are CommonMark. */
  sectionHeadings: z.array(z.string()),
  sectionBodies: z.array(z.string()),
}));
