import { statement } from '../../src/graph/statement.ts';
import type { AliasKind, RegulationLevel } from '../../src/model/kinds.ts';
import type { SourceRecord } from '../../src/model/records.ts';
import type { Linking } from '../../src/model/vocabulary.ts';

/** Where and when a legal definition of a term applies. Days are ISO 8601, the end is exclusive, an absent day is open. */
export interface DefinitionScope {
  /** The id of the defining provision. */
  by: string;
  /** The id of the provision in which the definition applies; the defining one when the text names no other. */
  scope: string;
  /** The names that the definition gives to the term, in the form for comparison (`nameKey`); absent where they are not known. */
  names?: readonly string[] | null | undefined;
  from?: string | null | undefined;
  to?: string | null | undefined;
}

/** A term with everything that decides where texts mention it. */
export interface TermRow {
  id: string;
  name: string;
  aliases: readonly { name: string; kind: AliasKind }[];
  /** The key of its vocabulary. */
  vocabulary: string;
  definitions: readonly DefinitionScope[];
  /** The text of its page, if that can show whether its name is a proper name. */
  page?: string | null;
}

/** A vocabulary, as far as it decides where texts are searched for its names. */
export interface NamingVocabulary {
  key: string;
  linking: Linking;
  rank: number;
}

/** A provision with its texts and definitions. */
export interface ProvisionRow {
  id: string;
  level: RegulationLevel;
  heading: string | null;
  text: string | null;
  validFrom: string | null;
  textSource: string | null;
  /** Parallel lists, oldest first. */
  formerText: string[];
  formerFrom: string[];
  formerTo: string[];
  formerSource: string[];
  above: string[];
  defines: { term: string; quotes: string[]; starts: unknown[] }[];
}

/** The state of a linked group of texts, or of the names in the group `names`. */
export interface LinkStateRow {
  group: string;
  /** Hash of its texts; for the names, the imports that they come from. */
  texts: string;
  /** Hash of its mentions. */
  mentions: string;
  /** Compressed lines: the words of its texts; for the names, each name with its meaning. */
  packed: Int8Array;
}

interface Rows<Row extends object> {
  rows: readonly Row[];
}
interface Nullable {
  [key: string]: string | null;
}

/** The statements of linking (`src/link/link.ts`). Mentions are written by the statements of `store`. */
export const link = {
  terms: statement<object, TermRow>('link/terms'),
  vocabularies: statement<object, NamingVocabulary>('link/vocabularies'),
  state: statement<object, LinkStateRow>('link/state'),
  saveState: statement<Rows<LinkStateRow>>('link/save-state'),
  clearState: statement<Rows<{ group: string; hasTexts: boolean }>>('link/clear-state'),
  groups: statement<object, { key: string }>('link/groups'),
  provisions: statement<{ part: string }, ProvisionRow>('link/provisions'),
  standards: statement<
    { key: string },
    { id: string; key: string; name: string; summary: string | null; vocabulary: string | null }
  >('link/standards'),
  pages: statement<{ vocabulary: string }, { id: string; definition: string | null; sectionBodies: string[] }>(
    'link/pages',
  ),
  sources: statement<Rows<{ id: string }>, { source: Nullable & Pick<SourceRecord, 'id' | 'name'> }>('link/sources'),
};
