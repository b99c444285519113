import type { DefinitionKind, StepRole } from '../model/definition.ts';
import { addTo } from '../model/group.ts';

/** A chain of definitions. */
export interface Chain {
  /** The id of the definition at its start. */
  id: string;
  kind: DefinitionKind | null;
  /** From a definition to the one that it refers to. */
  steps: readonly ChainStep[];
}

/** A step of a chain. */
export interface ChainStep {
  from: string;
  /** The id of the definition that it finds; null when none is known. */
  to: string | null;
  role: StepRole;
  /** The kind of that definition. */
  kind: DefinitionKind | null;
}

/** How a chain ends. */
export type ChainEnd = 'TERMINAL' | 'UNRESOLVED' | 'CYCLE';

/**
 * How a chain ends: CYCLE when a definition defers to itself through others, UNRESOLVED when a step leads to no definition, or when
 * a definition at its end only refers elsewhere, TERMINAL when it ends at words that define. What a definition excludes is
 * not on the way.
 */
export function chainEnd({ id, kind, steps }: Chain): ChainEnd {
  const followed = steps.filter(({ role }) => role !== 'EXCLUDES');
  const next = new Map<string, string[]>();
  for (const { from, to, role } of steps) if (to !== null && role === 'DEFERS') addTo(next, from, to);
  const visited = new Set<string>();
  const returns = (at: string): boolean => {
    if (visited.has(at)) return true;
    visited.add(at);
    const back = (next.get(at) ?? []).some(returns);
    visited.delete(at);
    return back;
  };
  if (returns(id)) return 'CYCLE';
  const kinds = new Map([
    [id, kind],
    ...followed.flatMap(({ to, kind: of }) => (to === null ? [] : [[to, of] as const])),
  ]);
  const refersOn = new Set(followed.map(({ from }) => from));
  const open = followed.some(({ to }) => to === null);
  const hollow = [...kinds].some(([at, of]) => of === 'BY_REFERENCE' && !refersOn.has(at));
  return open || hollow ? 'UNRESOLVED' : 'TERMINAL';
}
