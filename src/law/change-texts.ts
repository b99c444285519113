/** The words before and after a change. */
import type { ChangeKind } from '../model/change.ts';
import { isCurrentOn, type TextsRow, versionsOf } from './versions.ts';

/** A value of `cypher/change/sides.cypher`. */
export interface ChangeSides {
  kind: ChangeKind;
  /** The words themselves, for a change of a relation or a standard. */
  before?: string | null;
  after?: string | null;
  /**
   * The texts of the provision and the days on which to read them, for a change of a text. An empty day means that
   * nothing is known.
   */
  texts?: TextsRow;
  readBefore?: string;
  readAfter?: string;
}

/** The content before and after a change: texts, headings, or the words of a relation. Null if it is unknown. */
export function textsAround({ kind, before = null, after = null, texts, readBefore, readAfter }: ChangeSides): {
  before: string | null;
  after: string | null;
} {
  if (texts === undefined) return { before, after };
  const versions = versionsOf(texts.id, texts.rows);
  const read = (day: string | undefined) => {
    const version = day ? versions.find(isCurrentOn(day)) : undefined;
    return (kind === 'HEADING' ? version?.heading : version?.text) ?? null;
  };
  return { before: read(readBefore), after: read(readAfter) };
}
