/**
 * The definitions that a definition leads to. "X is defined as it is in § 170.404(c)" leads to the definitions there, which
 * may lead to others. These steps join texts, not relations, so one Cypher statement cannot follow them to any depth.
 * Therefore each definition stores the ids of all definitions that it reaches, and an import updates them. The statement that
 * reads a chain (cypher/definition/chain.cypher) selects those that are in force on a day.
 */
import { addTo } from '../model/group.ts';

/** A definition with the properties that decide where it leads. */
export interface Referring {
  /** The id of the relation DEFINES. */
  id: string;
  /** The citation of the defining provision: "45 CFR 160.103(Person)". */
  citation: string;
  /** The id of the term. */
  term: string;
  /** The names that the text gives the term, as words. */
  names: readonly string[];
  /** Citations that the definition refers to. */
  refersTo: readonly string[];
  /** The words by which it refers to each; '' when it uses its own term. */
  refersAs: readonly string[];
  /** What each reference does. */
  refersRoles: readonly string[];
}

/** The limit of definitions in a closure; real ones have at most a dozen. */
const MOST = 100;

/**
 * Maps each referring definition to the ids that it reaches, nearest first. It contains itself only in a cycle. A chain does
 * not go on from what a definition excludes.
 */
export function closuresOf(definitions: readonly Referring[]): Map<string, string[]> {
  const at = new Map<string, Referring[]>();
  for (const one of definitions) {
    for (const place of enclosingCitations(one.citation)) addTo(at, place, one);
  }
  const leadsTo = new Map<string, readonly { other: Referring; goesOn: boolean }[]>();
  const next = (one: Referring) => {
    const known = leadsTo.get(one.id);
    if (known) return known;
    const found = one.refersTo.flatMap((goal, nth) =>
      (at.get(goal) ?? [])
        .filter((other) => isMeant(one, nth, other))
        .map((other) => ({ other, goesOn: one.refersRoles[nth] !== 'EXCLUDES' })),
    );
    leadsTo.set(one.id, found);
    return found;
  };
  const closures = new Map<string, string[]>();
  for (const one of definitions) {
    if (one.refersTo.length === 0) continue;
    const reached = new Set<string>();
    const followed = new Set<string>();
    let frontier: readonly Referring[] = [one];
    while (frontier.length > 0 && reached.size < MOST) {
      const found = frontier.flatMap(next);
      frontier = found.flatMap(({ other, goesOn }) =>
        goesOn && !followed.has(other.id) && followed.add(other.id) ? [other] : [],
      );
      for (const { other } of found) reached.add(other.id);
    }
    if (reached.size > 0) closures.set(one.id, [...reached].slice(0, MOST));
  }
  return closures;
}

/** Whether the nth citation may mean this definition: by its term, or by its name when the text uses another one. */
function isMeant(one: Referring, nth: number, other: Referring): boolean {
  const words = one.refersAs[nth] ?? '';
  if (words === '') return other.term === one.term;
  return other.names.some((name) => ` ${words} `.includes(` ${name} `));
}

/** The citation of a provision and those of everything that contains it: § 160.103(Person), § 160.103 and Part 160. */
function enclosingCitations(citation: string): string[] {
  const citations = [citation];
  for (let end = citation.lastIndexOf('('); end > 0; end = citation.lastIndexOf('(', end - 1)) {
    citations.push(citation.slice(0, end));
  }
  const [, title, part] = /^(\d+) CFR (\w+)\./.exec(citation) ?? [];
  return title === undefined ? citations : [...citations, `${title} CFR Part ${part}`];
}
