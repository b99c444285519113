/** Describes in words what happened in a change of the law. */
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
 * What happened, such as "text changed", "definition added", or "adoption ended". A relation that has no words before
 * the change began, and one that has no words after it ended. For a text, missing words only mean that they are
 * unknown.
 */
export function happened({ kind, before, after }: ChangedWords): string {
  if (!RELATIONS.includes(kind) || (before && after)) return HAPPENED[kind];
  const what = kind.toLowerCase();
  if (kind === 'ADOPTION') return after === null ? 'adoption ended' : 'adopted';
  return after === null ? `${what} removed` : `${what} added`;
}
