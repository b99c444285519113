import { type Gone, goneInWords } from '../src/model/gone.ts';
import { kindOfLabel } from '../src/model/kinds.ts';
import type { PlannedRow } from '../src/plan/requirement.ts';
import type { GraphContext } from './context.ts';

/** Records removed entities for the `extensions` of the response. */
export function tellGone(left: readonly PlannedRow[], { gone }: GraphContext, path: string): void {
  for (const row of left) {
    const { id, label, kind, removedBy, removedOn, successors, succeededBy = null } = row as unknown as StoredGone;
    const one: Gone = { id, label, kind: kindOfLabel(kind), removedBy, removedOn, successors, succeededBy };
    gone.push({ path: [path], ...one, message: goneInWords(one) });
  }
}

/** A tombstone as it is stored: its kind is a Neo4j label, and it has no property without a value. */
type StoredGone = Omit<Gone, 'kind' | 'succeededBy'> & Partial<Pick<Gone, 'succeededBy'>> & { kind: string };
