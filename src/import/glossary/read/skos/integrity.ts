/**
 * The integrity conditions of the SKOS Reference (https://www.w3.org/TR/skos-reference/). A thesaurus that violates a
 * condition is still imported because many real ones do. The import reports the violation.
 */
import { reaches } from '../../../../model/reaches.ts';
import { type Facts, SKOS } from './facts.ts';

/** The violations of a condition, in words, with the number of the condition. */
export function inconsistencies(facts: Facts): string[] {
  return [...new Set([...classes(facts), ...labels(facts), ...relations(facts), ...mappings(facts)])];
}

const broken = (subject: string, condition: string, reason: string): string =>
  `SKOS condition ${condition} is violated: ${subject} ${reason}.`;

/** S9, S37: a resource is a concept, a scheme, or a collection, and only one of them. */
function classes(facts: Facts): string[] {
  const concepts = new Set(SEMANTIC.flatMap((name) => pairs(facts, name).flat()));
  const kinds = [
    { words: 'a concept', names: ['Concept'], isMeant: (one: string) => concepts.has(one) },
    { words: 'a concept scheme', names: ['ConceptScheme'], isMeant: (one: string) => has(facts, one, 'hasTopConcept') },
    {
      words: 'a collection',
      names: ['Collection', 'OrderedCollection'],
      isMeant: (one: string) => has(facts, one, 'member', 'memberList'),
    },
  ];
  return [...facts.subjects()].flatMap((subject) => {
    const types = facts.typesOf(subject);
    const of = kinds.filter(
      ({ names, isMeant }) => isMeant(subject) || names.some((name) => types.includes(SKOS + name)),
    );
    if (of.length < 2) return [];
    const condition = of.some(({ words }) => words === 'a collection') ? 'S37' : 'S9';
    return [broken(subject, condition, `is ${of.map(({ words }) => words).join(' and ')}`)];
  });
}

const has = (facts: Facts, subject: string, ...names: string[]): boolean =>
  names.some((name) => facts.of(subject, SKOS + name).length > 0);

/** Relations whose ends are concepts (S19, S20). */
const SEMANTIC = [
  ...['broader', 'narrower', 'related', 'broaderTransitive', 'narrowerTransitive'],
  ...['exactMatch', 'closeMatch', 'broadMatch', 'narrowMatch', 'relatedMatch'],
];

/** S13, S14: a label is preferred, alternative, or hidden, and a language has one preferred label. */
function labels(facts: Facts): string[] {
  const names = ['prefLabel', 'altLabel', 'hiddenLabel'] as const;
  return [...facts.subjects()].flatMap((subject) => {
    const faults: string[] = [];
    const seen = new Map<string, string>();
    const languages = new Set<string>();
    for (const name of names) {
      for (const { value, language = '' } of facts.labels(subject, name)) {
        const written = language === '' ? `"${value}"` : `"${value}"@${language}`;
        const before = seen.get(written);
        if (before !== undefined)
          faults.push(broken(subject, 'S13', `has ${written} as skos:${before} and skos:${name}`));
        seen.set(written, name);
        if (name !== 'prefLabel') continue;
        if (languages.has(language))
          faults.push(
            broken(
              subject,
              'S14',
              `has several skos:prefLabel values ${language === '' ? 'without a language' : `in the language ${language}`}`,
            ),
          );
        languages.add(language);
      }
    }
    return faults;
  });
}

/** S27: what is related is not also broader, directly or through others. */
function relations(facts: Facts): string[] {
  const above = hierarchyIn(facts);
  return ['related', 'relatedMatch']
    .flatMap((name) => pairs(facts, name))
    .flatMap(([one, other]) =>
      reaches(above, one, other) || reaches(above, other, one)
        ? [broken(one, 'S27', `is skos:related to ${other}, which is broader or narrower`)]
        : [],
    );
}

/** S46: what matches exactly is not also broader or only related. */
function mappings(facts: Facts): string[] {
  const exact = equivalents(pairs(facts, 'exactMatch'));
  return (['broadMatch', 'narrowMatch', 'relatedMatch'] as const).flatMap((name) =>
    pairs(facts, name).flatMap(([one, other]) =>
      exact.get(one) !== undefined && exact.get(one) === exact.get(other)
        ? [broken(one, 'S46', `has ${other} as skos:exactMatch and skos:${name}`)]
        : [],
    ),
  );
}

/** The concepts right above each concept, from both directions of the hierarchy and its transitive forms. */
function hierarchyIn(facts: Facts): Map<string, Set<string>> {
  const above = new Map<string, Set<string>>();
  const add = (narrow: string, broad: string) => above.set(narrow, (above.get(narrow) ?? new Set()).add(broad));
  for (const name of ['broader', 'broaderTransitive', 'broadMatch'])
    for (const [one, other] of pairs(facts, name)) add(one, other);
  for (const name of ['narrower', 'narrowerTransitive', 'narrowMatch'])
    for (const [one, other] of pairs(facts, name)) add(other, one);
  return above;
}

/** The groups of resources that match each other exactly, directly or through others: for each its first member. */
function equivalents(matches: readonly [string, string][]): Map<string, string> {
  const neighbors = new Map<string, string[]>();
  for (const [one, other] of matches) {
    neighbors.set(one, [...(neighbors.get(one) ?? []), other]);
    neighbors.set(other, [...(neighbors.get(other) ?? []), one]);
  }
  const groups = new Map<string, string>();
  for (const first of neighbors.keys()) {
    if (groups.has(first)) continue;
    const group = new Set([first]);
    for (const one of group) for (const next of neighbors.get(one) ?? []) group.add(next);
    for (const one of group) groups.set(one, first);
  }
  return groups;
}

const pairs = (facts: Facts, name: string): [string, string][] =>
  [...facts.subjectsOf(SKOS + name)].flatMap((subject) =>
    facts.endsOf(subject, SKOS + name).map((end): [string, string] => [subject, end]),
  );
