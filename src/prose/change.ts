/** What happened in a change of the law, in words. */
import type { ChangeKind } from '../model/change.ts';

const HAPPENED: Readonly<Record<ChangeKind, string>> = {
  ADDED: 'added',
  REMOVED: 'removed',
  TEXT: 'text changed',
  HEADING: 'heading changed',
  DEFINITION: 'definition changed',
  CITATION: 'citation changed',
  EXCEPTION: 'exception changed',
  ADOPTION: 'adoption changed',
  STANDARD: 'new version',
};

const RELATIONS: readonly ChangeKind[] = ['DEFINITION', 'CITATION', 'EXCEPTION', 'ADOPTION'];

/** A change that has words before it, after it, or both. */
interface ChangedWords {
  kind: ChangeKind;
  before: string | null;
  after: string | null;
}

/**
 * What happened: "text changed", "definition added", "adoption ended". A relation without words before it began, and one
 * without words after it ended; of a text, missing words are only unknown.
 */
export function happened({ kind, before, after }: ChangedWords): string {
  if (!RELATIONS.includes(kind) || (before && after)) return HAPPENED[kind];
  const what = kind.toLowerCase();
  if (kind === 'ADOPTION') return after === null ? 'adoption ended' : 'adopted';
  return after === null ? `${what} removed` : `${what} added`;
}
