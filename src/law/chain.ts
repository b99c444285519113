import type { DefinitionKind, StepRole } from '../model/definition.ts';
import { addTo, groupBy } from '../model/group.ts';

/** A chain of definitions. */
export interface Chain<Step extends ChainStep = ChainStep> {
  /** The id of the definition at its start. */
  id: string;
  kind: DefinitionKind | null;
  /** From a definition to the one that it refers to. */
  steps: readonly Step[];
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

/** What a reference of a definition may mean: the first of the best that is in force, or else all of the others that are. */
export interface Lead<Definition = string> {
  best: readonly Definition[];
  together: readonly Definition[];
}

/** A lead as one text, as Neo4j keeps no lists in lists: the ids of the best, an empty line, and the ids of the others. */
export const joinLead = ({ best, together }: Lead): string => [...best, '', ...together].join('\n');

function splitLead(text: string): Lead {
  const ids = text.split('\n');
  const end = ids.indexOf('');
  return { best: ids.slice(0, end), together: ids.slice(end + 1) };
}

/** What a step of a chain is chosen from: a reference, and one definition in force that it may mean. */
export interface StepCandidate {
  /** The id of the definition at the start of the chain. */
  start: string;
  /** The id of the definition that refers, in the closure of the start. */
  from: string;
  /** The place of the reference among those of `from`. */
  nth: number;
  /** What the reference may mean, as `joinLead` writes it; null if no import has found that out. */
  leads: string | null;
  /** The id of the definition; null when none is in force. */
  to: string | null;
  role: StepRole;
}

/**
 * The steps of a chain, in the order in which they are followed: those of the definition at its start, then those of the
 * definitions to which they lead, and so on. What a definition excludes is a step, but the chain does not go on from there.
 *
 * @param candidates of all definitions in the closure of one definition, in any order
 */
export function stepsOf<Candidate extends StepCandidate>(candidates: readonly Candidate[]): Candidate[] {
  const [first] = candidates;
  if (first === undefined) return [];
  const ofDefinition = groupBy(candidates, ({ from }) => from);
  const steps: Candidate[] = [];
  const seen = new Set([first.start]);
  for (let frontier = [first.start]; frontier.length > 0; ) {
    const found = frontier.flatMap((id) => {
      const references = [...groupBy(ofDefinition.get(id) ?? [], ({ nth }) => nth)].sort(([a], [b]) => a - b);
      return references.flatMap(([, reference]) => meant(reference));
    });
    steps.push(...found);
    frontier = found.flatMap(({ to, role }) =>
      to !== null && role !== 'EXCLUDES' && !seen.has(to) && seen.add(to) ? [to] : [],
    );
  }
  return steps;
}

/** Of what one reference may mean, what it means. */
function meant<Candidate extends StepCandidate>(reference: readonly Candidate[]): Candidate[] {
  const { best, together } = splitLead(reference[0]?.leads ?? '');
  const found = (ids: readonly string[]) => ids.flatMap((id) => reference.filter(({ to }) => to === id));
  const [one] = found(best);
  if (one !== undefined) return [one];
  const all = found(together);
  return all.length > 0 ? all : reference.slice(0, 1);
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
