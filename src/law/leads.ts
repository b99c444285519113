/**
 * The definitions to which a definition leads. "X is defined as it is in § 170.404(c)" leads to the definitions in that
 * paragraph, which might lead to others. These steps match texts instead of following relations, so one Cypher
 * statement cannot follow them to any depth. Each definition therefore stores the definitions to which each of its
 * references might refer, and the ids of all definitions that it reaches. An import updates them. The statement that
 * reads a chain (cypher/definition/steps.cypher) selects the definitions that are in force on a day, and `law/chain.ts`
 * chooses the steps among them.
 */
import type { StepRole } from '../model/definition.ts';
import { addTo } from '../model/group.ts';
import { joinLead, type Lead } from './chain.ts';

/** A definition with the properties that determine where it leads. */
export interface Referring {
  /** The id of the `DEFINES` relation. */
  id: string;
  /** The citation of the defining provision, such as "45 CFR 160.103(Person)". */
  citation: string;
  /** The id of the term. */
  term: string;
  /** The names that the text gives to the term, as words. */
  names: readonly string[];
  /** Whether the words come from the law, as opposed to Glossograph. */
  official: boolean;
  /** The citations to which the definition refers. */
  refersTo: readonly string[];
  /** The words by which it refers to each citation. Empty if it uses its own term. */
  refersAs: readonly string[];
  /** The role of each reference. */
  refersRoles: readonly StepRole[];
}

/** The stored data about where a definition leads. */
export interface Reached {
  /**
   * The definitions to which each reference might refer, parallel to `refersTo`, in the form that `joinLead` writes.
   */
  leads: readonly string[];
  /**
   * The ids of all definitions that it reaches, nearest first. The list contains the definition itself only in a cycle.
   */
  closure: readonly string[];
}

/** The limit of definitions in a closure; real ones have at most a dozen. */
const MOST = 100;

/**
 * Maps each referring definition to the definitions that it reaches. A chain does not continue from an excluded
 * definition.
 */
export function reachedBy(definitions: readonly Referring[]): Map<string, Reached> {
  const at = new Map<string, Referring[]>();
  for (const one of definitions) {
    for (const place of enclosingCitations(one.citation)) addTo(at, place, one);
  }
  const leads = new Map(
    definitions.map((one) => [one, one.refersTo.map((goal, nth) => leadOf(one, nth, at.get(goal) ?? []))]),
  );
  const reached = new Map<string, Reached>();
  for (const one of definitions) {
    if (one.refersTo.length === 0) continue;
    const texts = (leads.get(one) ?? []).map((lead) =>
      joinLead({ best: lead.best.map(({ id }) => id), together: lead.together.map(({ id }) => id) }),
    );
    reached.set(one.id, { leads: texts, closure: closureOf(one, leads) });
  }
  return reached;
}

function closureOf(first: Referring, leads: ReadonlyMap<Referring, readonly Lead<Referring>[]>): string[] {
  const reached = new Set<string>();
  const followed = new Set<Referring>();
  let frontier: readonly Referring[] = [first];
  while (frontier.length > 0 && reached.size < MOST) {
    const found = frontier.flatMap((one) =>
      (leads.get(one) ?? []).flatMap(({ best, together }, nth) =>
        [...best, ...together].map((other) => ({ other, goesOn: one.refersRoles[nth] !== 'EXCLUDES' })),
      ),
    );
    frontier = found.flatMap(({ other, goesOn }) =>
      goesOn && !followed.has(other) && followed.add(other) ? [other] : [],
    );
    for (const { other } of found) reached.add(other.id);
  }
  return [...reached].slice(0, MOST);
}

/**
 * What the nth citation of a definition may mean, of the definitions there:
 * - the definition of the same term, if the text has no words of its own;
 * - the definition with the longest name that ends the words before the citation ("electronic protected health information
 *   as defined in");
 * - all definitions whose names are among these words ("treatment, payment, or health care operations, as these terms are
 *   defined in"), if none has a name that ends them.
 * Of equal ones, official words come before ours.
 */
function leadOf(one: Referring, nth: number, there: readonly Referring[]): Lead<Referring> {
  const words = one.refersAs[nth] ?? '';
  if (words === '') {
    return { best: inOrder(there.filter(({ term }) => term === one.term).map((other) => [other, 0])), together: [] };
  }
  const named = there.filter(({ names }) => names.some((name) => ` ${words} `.includes(` ${name} `)));
  const ends = named.map((other): [Referring, number] => [other, endOf(words, other.names)]);
  return {
    best: inOrder(ends.filter(([, end]) => end > 0)),
    together: inOrder(ends.filter(([, end]) => end === 0)),
  };
}

/** The length of the longest name that ends the words; 0 when none does. */
const endOf = (words: string, names: readonly string[]): number =>
  Math.max(0, ...names.filter((name) => ` ${words}`.endsWith(` ${name}`)).map((name) => name.length));

/** Definitions by the length of their name at the end of the words, official ones first, then by id. */
const inOrder = (found: readonly (readonly [Referring, number])[]): Referring[] =>
  [...found]
    .sort(
      ([a, longA], [b, longB]) =>
        longB - longA || Number(b.official) - Number(a.official) || (a.id < b.id ? -1 : Number(a.id > b.id)),
    )
    .map(([one]) => one);

/** The citation of a provision and those of everything that contains it: § 160.103(Person), § 160.103 and Part 160. */
function enclosingCitations(citation: string): string[] {
  const citations = [citation];
  for (let end = citation.lastIndexOf('('); end > 0; end = citation.lastIndexOf('(', end - 1)) {
    citations.push(citation.slice(0, end));
  }
  const [, title, part] = /^(\d+) CFR (\w+)\./.exec(citation) ?? [];
  return title === undefined ? citations : [...citations, `${title} CFR Part ${part}`];
}
