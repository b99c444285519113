import { addTo } from '../model/group.ts';

/** A chain of definitions. */
export interface Chain {
  /** The id of the definition at its start. */
  id: string;
  /** From a definition to the one that it refers to; `to` is null when that is unknown, `known` tells whether its text is in the graph. */
  steps: readonly { from: string; to: string | null; known: boolean | null }[];
}

/** How a chain ends. */
export type ChainEnd = 'TERMINAL' | 'UNRESOLVED' | 'CYCLE';

/**
 * How a chain ends: CYCLE when it returns to a definition on its way, UNRESOLVED when a step leads to text that is not in
 * the graph, TERMINAL when every step ends at text.
 */
export function chainEnd({ id, steps }: Chain): ChainEnd {
  const next = new Map<string, string[]>();
  for (const { from, to } of steps) if (to !== null) addTo(next, from, to);
  const visited = new Set<string>();
  const returns = (at: string): boolean => {
    if (visited.has(at)) return true;
    visited.add(at);
    const back = (next.get(at) ?? []).some(returns);
    visited.delete(at);
    return back;
  };
  if (returns(id)) return 'CYCLE';
  const open = steps.some(({ to, known }) => to === null && known !== true);
  return open ? 'UNRESOLVED' : 'TERMINAL';
}
