import type { DefinitionKind, StepRole } from '../model/definition.ts';
import { addTo, groupBy } from '../model/group.ts';

/** A chain of definitions. */
export interface Chain<Step extends ChainStep = ChainStep> {
  /** The id of the definition at the start of the chain. */
  id: string;
  kind: DefinitionKind | null;
  /** The steps, each from a definition to the one to which it refers. */
  steps: readonly Step[];
}

/** A step of a chain. */
export interface ChainStep {
  from: string;
  /** The id of the definition that the step finds. Null if none is known. */
  to: string | null;
  role: StepRole;
  /** The kind of that definition. */
  kind: DefinitionKind | null;
}

/**
 * The definitions to which a reference might refer: the first of the best candidates that is in force, or else all
 * other candidates that are in force.
 */
export interface Lead<Definition = string> {
  best: readonly Definition[];
  together: readonly Definition[];
}

/**
 * Joins a lead into one text because Neo4j cannot store nested lists. The text contains the ids of the best candidates,
 * an empty line, and the ids of the other candidates.
 */
export const joinLead = ({ best, together }: Lead): string => [...best, '', ...together].join('\n');

function splitLead(text: string): Lead {
  const ids = text.split('\n');
  const end = ids.indexOf('');
  return { best: ids.slice(0, end), together: ids.slice(end + 1) };
}

/** A candidate for a step of a chain: a reference, and one definition in force to which it might refer. */
export interface StepCandidate {
  /** The id of the definition at the start of the chain. */
  start: string;
  /** The id of the definition that contains the reference. It is in the closure of the start. */
  from: string;
  /** The position of the reference among the references of `from`. */
  nth: number;
  /**
   * The definitions to which the reference might refer, in the form that `joinLead` writes. Null if no import has
   * determined them.
   */
  leads: string | null;
  /** The id of the definition. Null if none is in force. */
  to: string | null;
  role: StepRole;
}

/**
 * The steps of a chain, in the order in which they are followed: first the steps of the starting definition, then those
 * of the definitions to which they lead, and so on. A definition that is excluded is a step, but the chain does not
 * continue from it.
 *
 * @param candidates the candidates from all definitions in the closure of one definition, in any order
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
 * How a chain ends. CYCLE: a definition defers to itself through other definitions. UNRESOLVED: a step does not lead to
 * a definition, or a definition at the end only refers to another text. TERMINAL: the chain ends at wording that
 * defines the term. Excluded definitions are not considered.
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
