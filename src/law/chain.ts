/** A chain of definitions. */
export interface Chain {
  /** Of the definition where it begins. */
  id: string;
  /** From a definition to the one to which it defers; `to` is null where none was found, `known` tells that there is text. */
  steps: readonly { from: string; to: string | null; known: boolean | null }[];
}

/** How a chain ends. */
export type ChainEnd = 'TERMINAL' | 'UNRESOLVED' | 'CYCLE';

/**
 * How a chain ends: CYCLE when it comes back to a definition that it passed on its way, UNRESOLVED when some hop leads to
 * nothing that is known here, TERMINAL when all of it ends at text.
 */
export function chainEnd({ id, steps }: Chain): ChainEnd {
  const next = new Map<string, string[]>();
  for (const { from, to } of steps) {
    if (to !== null) next.set(from, [...(next.get(from) ?? []), to]);
  }
  const passed = new Set<string>();
  const comesBack = (at: string): boolean => {
    if (passed.has(at)) return true;
    passed.add(at);
    const back = (next.get(at) ?? []).some(comesBack);
    passed.delete(at);
    return back;
  };
  if (comesBack(id)) return 'CYCLE';
  const open = steps.some(({ to, known }) => to === null && known !== true);
  return open ? 'UNRESOLVED' : 'TERMINAL';
}
