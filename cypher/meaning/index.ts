import { statement } from '../../src/graph/statement.ts';

/** An entity that says more than its name, with its texts. */
export interface EntityTexts {
  id: string;
  /** The Neo4j label of its kind. */
  kind: string;
  label: string;
  /** The key of the vocabulary of a term. */
  vocabulary: string | null;
  aliases: string[];
  /** The names and short definitions of up to three terms that describe the entity. */
  describedBy: string[];
  citation: string | null;
  heading: string | null;
  summary: string | null;
  shortDefinition: string | null;
  definition: string | null;
  text: string | null;
  keyTakeaways: string[] | null;
  sectionBodies: string[] | null;
}

/** The passages of an entity with their vectors; `nth` counts them from 0. */
export interface PassageRows {
  of: string;
  /** A hash of everything that the vectors were made of. */
  hash: string;
  /** False for terms of foreign vocabularies. */
  isOwn: boolean;
  passages: { nth: number; weight: number; text: string; vector: number[] }[];
}

/** Texts, and the vectors that are made of them. */
export const meaning = {
  texts: statement<{ isOwn: boolean; after: string; limit: number }, EntityTexts>('meaning/texts'),
  known: statement<object, { of: string; hash: string }>('meaning/known'),
  put: statement<{ rows: PassageRows[] }>('meaning/put'),
  forget: statement<{ ids: string[] }>('meaning/forget'),
};
