import { statement } from '../../src/graph/statement.ts';
import type { AliasKind } from '../../src/model/kinds.ts';
import type { SourceRecord } from '../../src/model/records.ts';

/** A term with everything that decides where texts mention it: see `NamedTerm` in `src/link/vocabulary.ts`. */
export interface TermRow {
  id: string;
  name: string;
  aliases: readonly { name: string; kind: AliasKind }[];
  origins: readonly string[];
  page: string | null;
  definitions: readonly { by: string; scope: string; from: string | null; to: string | null }[];
}

/** A provision with its texts and definitions. */
export interface ProvisionRow {
  id: string;
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
  state: statement<object, LinkStateRow>('link/state'),
  saveState: statement<Rows<LinkStateRow>>('link/save-state'),
  clearState: statement<Rows<{ group: string; hasTexts: boolean }>>('link/clear-state'),
  groups: statement<object, { key: string }>('link/groups'),
  provisions: statement<{ part: string }, ProvisionRow>('link/provisions'),
  standards: statement<{ key: string }, { id: string; key: string; name: string; summary: string | null }>(
    'link/standards',
  ),
  pages: statement<object, { id: string; definition: string | null; sectionBodies: string[] }>('link/pages'),
  sources: statement<Rows<{ id: string }>, { source: Nullable & Pick<SourceRecord, 'id' | 'name'> }>('link/sources'),
};
