import { groupBy } from '../../../model/group.ts';
import { RELATIONS } from '../../../model/relations.ts';
import type { Collector } from '../collector.ts';
import type { WrittenTerm } from '../read.ts';
import type { SeedItem, SeedPlace } from '../yaml.ts';

/** The term at the top of a category: every other term of the category is narrower than it, directly or by way of others. */
const TOP_OF_CATEGORY: Readonly<Partial<Record<string, string>>> = {
  Billing: 'revenue-cycle-management',
  Exceptions: 'information-blocking-exception',
};

/** With fewer relations that lead to a term, readers hardly ever come across it. */
const FEWEST_WAYS_IN = 4;

/** Checks that a term has the parent of its category, that contrasts are mutual, and that readers can find the term. */
export function checkConnections(
  terms: readonly SeedItem<WrittenTerm>[],
  collector: Collector,
  fault: (place: SeedPlace, message: string) => void,
): void {
  const bySlug = new Map(terms.map((term) => [term.value.slug, term.value]));
  const ways = [...collector.relations.values()].flatMap(({ record: { type, from, to } }) =>
    // A relation without a direction leads to both of its ends.
    RELATIONS[type].symmetric ? [step(from, to), step(to, from)] : [step(from, to)],
  );
  const waysIn = groupBy(ways, ({ to }) => to);
  for (const { value, at } of terms) {
    const { slug, category, contrasts } = value;
    const top = category === undefined ? undefined : TOP_OF_CATEGORY[category];
    if (top !== undefined && top !== slug && !ancestorsOf(slug, bySlug).has(top))
      fault(
        at('broader'),
        `broader: a term in the category ${category} must have ${top} among its broader terms, directly or indirectly`,
      );
    for (const [i, other] of contrasts.entries()) {
      if (bySlug.get(other)?.contrasts.includes(slug) === false)
        fault(
          at('contrasts', i),
          `contrasts: the term ${other} must also list ${slug}, because every contrast is mutual`,
        );
    }
    const others = new Set(
      (waysIn.get(`Term:${slug}`) ?? []).map(({ from }) => from).filter((from) => !from.startsWith('Alias:')),
    );
    if (others.size < FEWEST_WAYS_IN)
      fault(
        at('name'),
        `at least ${FEWEST_WAYS_IN} entities must be linked to the term, not ${others.size}; add the term to the related terms of other entries`,
      );
  }
}

const step = (from: string, to: string) => ({ from, to });

function ancestorsOf(slug: string, bySlug: ReadonlyMap<string, WrittenTerm>): Set<string> {
  const found = new Set<string>();
  const open = [slug];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    for (const parent of bySlug.get(one)?.broader ?? []) {
      if (!found.has(parent)) open.push(parent);
      found.add(parent);
    }
  }
  return found;
}
