/**
 * What a definition can lead to. "X is defined as it is in § 170.404(c)" leads to the definitions there, and these may lead
 * on. Cypher cannot follow such a way of unknown length inside one statement, as it joins texts and not relations; so the
 * ids of all that can be reached are kept with each definition, and made anew after an import. Which of them are meant on a
 * day, the statement decides that asks (cypher/definition/chain.cypher).
 */

/** A definition, as far as it takes to see where it leads. */
export interface Referring {
  /** Of the relation. */
  id: string;
  /** Of the provision that defines: "45 CFR 160.103(Person)". */
  citation: string;
  /** Id of the term. */
  term: string;
  /** How the text names it, as words. */
  names: readonly string[];
  refersTo: readonly string[];
  refersAs: readonly string[];
}

/** A chain does not lead to more definitions than this; the law knows a dozen. */
const MOST = 100;

/** For each definition that defers, the ids of those it can lead to, nearest first; itself only where it comes back. */
export function closuresOf(definitions: readonly Referring[]): Map<string, string[]> {
  const at = new Map<string, Referring[]>();
  for (const one of definitions) {
    for (const place of placesAround(one.citation)) {
      const known = at.get(place);
      if (known) known.push(one);
      else at.set(place, [one]);
    }
  }
  const leadsTo = new Map<string, readonly Referring[]>();
  const next = (one: Referring): readonly Referring[] => {
    const known = leadsTo.get(one.id);
    if (known) return known;
    const found = one.refersTo.flatMap((goal, nth) => (at.get(goal) ?? []).filter((other) => isMeant(one, nth, other)));
    leadsTo.set(one.id, found);
    return found;
  };
  const closures = new Map<string, string[]>();
  for (const one of definitions) {
    if (one.refersTo.length === 0) continue;
    const reached = new Set<string>();
    let frontier: readonly Referring[] = [one];
    while (frontier.length > 0 && reached.size < MOST) {
      frontier = frontier.flatMap(next).filter(({ id }) => !reached.has(id) && reached.add(id));
    }
    if (reached.size > 0) closures.set(one.id, [...reached].slice(0, MOST));
  }
  return closures;
}

/** Could this be what is meant by the nth citation? By its term where the text says no other, else by its name. */
function isMeant(one: Referring, nth: number, other: Referring): boolean {
  const words = one.refersAs[nth] ?? '';
  if (words === '') return other.term === one.term;
  return other.names.some((name) => ` ${words} `.includes(` ${name} `));
}

/** Every place that contains a provision and itself, by citation: of § 160.103(Person) also § 160.103 and Part 160. */
function placesAround(citation: string): string[] {
  const places = [citation];
  for (let end = citation.lastIndexOf('('); end > 0; end = citation.lastIndexOf('(', end - 1)) {
    places.push(citation.slice(0, end));
  }
  const [, title, part] = /^(\d+) CFR (\w+)\./.exec(citation) ?? [];
  return title === undefined ? places : [...places, `${title} CFR Part ${part}`];
}
