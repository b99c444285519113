import { statement } from '../../src/graph/statement.ts';
import type { AliasKind } from '../../src/model/kinds.ts';
import type { SourceRecord } from '../../src/model/records.ts';

/** A term with all that decides where it is found in texts; see `NamedTerm` in `src/link/vocabulary.ts`. */
export interface TermRow {
  id: string;
  name: string;
  aliases: readonly { name: string; kind: AliasKind }[];
  origins: readonly string[];
  page: string | null;
  definitions: readonly { by: string; scope: string; from: string | null; to: string | null }[];
}

/** A provision as it is linked. */
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

/** What is noted of a group, or under `names` of the vocabulary. */
export interface LinkStateRow {
  group: string;
  /** Hash of its texts. */
  texts: string;
  /** Hash of what it said. */
  said: string;
  /** Its words; of the vocabulary the names. Compressed. */
  packed: Int8Array;
}

interface Rows<Row extends object> {
  rows: readonly Row[];
}
interface Nullable {
  [key: string]: string | null;
}

/** The statements of linking (`src/link/link.ts`); what it writes of the graph goes through `store`. */
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
