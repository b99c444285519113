/** Suggestions and names over the seed, against plain code over everything that it holds. */
import { beforeAll, describe, expect, test } from 'vitest';
import { formsOf, nameKey, tellingWords, wordsOf } from '../../src/search/words.ts';
import { ask } from '../setup/ask.ts';
import { SEED } from '../setup/fixtures.ts';
import { sharedGraph } from '../setup/test-graph.ts';

const { driver, graph } = sharedGraph(SEED);

/** An entity under one of its names: its own, or an alias's. */
interface Named {
  name: string;
  nameWords: string;
  alias: string | null;
  id: string;
  kind: string;
  degree: number;
  rank: number;
}
let names: Named[] = [];
/** Statutes by their citations, in small letters: a term may be named so. */
const statutes = new Map<string, string[]>();
beforeAll(async () => {
  const laws = await driver().executeQuery(
    'MATCH (law:Statute) RETURN toLower(law.citation) AS citation, law.id AS id',
  );
  for (const law of laws.records) statutes.set(law.get('citation'), [law.get('id')]);
  const { records } = await driver().executeQuery(`
    MATCH (named:Entity) OPTIONAL MATCH (named)-[:ALIAS_OF]->(meant:Entity) WITH named, coalesce(meant, named) AS entity
    RETURN named.label AS name, named.nameWords AS nameWords, CASE WHEN named:Alias THEN named.id END AS alias, entity.id AS id,
      [l IN labels(entity) WHERE l <> 'Entity'][0] AS kind, COUNT { (entity)--() } AS degree,
      CASE entity.vocabulary WHEN 'law' THEN 2 ELSE 1 END AS rank`);
  names = records.map((record) => record.toObject() as Named);
  expect(names.length).toBeGreaterThan(200);
});

interface Suggested {
  text: string;
  entity: { id: string };
  matchedAlias: { id: string } | null;
}
const suggest = async (prefix: string, more = ''): Promise<Suggested[]> =>
  (
    await ask(
      graph(),
      `query ($prefix: String!) { suggest(prefix: $prefix ${more}) { text entity { id } matchedAlias { id } } }`,
      {
        prefix,
      },
    )
  ).suggest;

/** More hits than these are not looked at when no kinds are asked for: see cypher/search/suggest.cypher. */
const LOOKED_AT = 100;

const order = (...keys: (string | number | boolean)[]) => keys;
function compare(a: readonly (string | number | boolean)[], b: readonly (string | number | boolean)[]): number {
  const at = a.findIndex((one, i) => one !== b[i]);
  return at < 0 ? 0 : (a[at] ?? 0) < (b[at] ?? 0) ? -1 : 1;
}

function bruteForce(prefix: string, kinds: string[] | null): { hits: number; suggested: Suggested[] } {
  const start = nameKey(prefix);
  const words = tellingWords(wordsOf(prefix));
  const place = ({ name }: Named) => (nameKey(name) === start ? 0 : nameKey(name).startsWith(start) ? 1 : 2);
  const hits = names
    .filter(({ kind }) => kinds === null || kinds.includes(kind))
    .filter((named) => {
      const there = named.nameWords.split(' ');
      const begun = (word: string, i: number) => i === words.length - 1 && there.some((one) => one.startsWith(word));
      return (
        place(named) < 2 ||
        words.every((word, i) => formsOf(word).some((form) => there.includes(form)) || begun(word, i))
      );
    })
    .sort((a, b) =>
      compare(
        order(place(a), a.alias !== null, a.name, a.alias ?? a.id),
        order(place(b), b.alias !== null, b.name, b.alias ?? b.id),
      ),
    );
  const best = [...new Map([...hits].reverse().map((hit) => [hit.id, hit])).values()];
  const suggested = best
    .sort((a, b) =>
      compare(order(place(a), a.rank, -a.degree, a.name, a.id), order(place(b), b.rank, -b.degree, b.name, b.id)),
    )
    .slice(0, 10)
    .map(({ name, id, alias }) => ({
      text: name,
      entity: { id },
      matchedAlias: alias === null ? null : { id: alias },
    }));
  return { hits: hits.length, suggested };
}

describe('suggest', () => {
  test('finds what a brute-force search finds, for prefixes of every name', async () => {
    const prefixes = new Set(
      names.flatMap(({ name }, i) => [name.slice(0, 2 + (i % 7)), ...name.split(' ').slice(1, 2)]),
    );
    let asked = 0;
    for (const prefix of prefixes) {
      if (nameKey(prefix).length < 2 || wordsOf(prefix).length === 0) continue;
      const expected = bruteForce(prefix, null);
      if (expected.hits > LOOKED_AT) continue;
      expect(await suggest(prefix), prefix).toEqual(expected.suggested);
      asked += 1;
    }
    expect(asked).toBeGreaterThan(150);
  });
  test('finds entities of a kind after many others', async () => {
    expect(await suggest('he', 'kinds: [ORGANIZATION, STATUTE]')).toEqual(
      bruteForce('he', ['Organization', 'Statute']).suggested,
    );
    expect((await suggest('45', 'kinds: [REGULATION], limit: 3')).length).toBe(3);
  });
  test('finds the term of an expansion, and lists an exact name first', async () => {
    const [first, second] = await suggest('electronic medical');
    expect([first, second]).toContainEqual(
      expect.objectContaining({ text: 'Electronic medical record', entity: { id: 'Term:emr' } }),
    );
    expect((await suggest('claim'))[0]).toEqual({ text: 'Claim', entity: { id: 'Term:claim' }, matchedAlias: null });
  });
  test.each(['e', ' e ', '', '!!', '--'])('finds nothing for %j', async (prefix) =>
    expect(await suggest(prefix)).toEqual([]),
  );
});

describe('resolve', () => {
  const resolve = async (asked: string[]) =>
    (
      await ask(graph(), 'query ($names: [String!]!) { resolve(names: $names) { text candidates { id } } }', {
        names: asked,
      })
    ).resolve as { text: string; candidates: { id: string }[] }[];

  test('resolves every name and alias, up to a thousand at a time, in the order of the request', async () => {
    const asked = Array.from({ length: 1_000 }, (_, i) => names[i % names.length]?.name.toUpperCase() ?? '');
    const answers = await resolve(asked);
    expect(answers.map(({ text }) => text)).toEqual(asked);
    for (const { text, candidates } of answers) {
      const meant = new Set(names.filter(({ name }) => nameKey(name) === nameKey(text)).map(({ id }) => id));
      for (const law of statutes.get(text.toLowerCase()) ?? []) meant.add(law);
      expect(new Set(candidates.map(({ id }) => id)), text).toEqual(meant);
    }
  });
  test('returns everything that an ambiguous name may mean', async () => {
    const [answer] = await resolve(['hl7 international']);
    expect(answer?.candidates.map(({ id }) => id).sort()).toEqual(['Organization:hl7', 'Term:hl7']);
  });
  test.each([
    ['§ 171.203', 'Regulation:45-CFR-171.203'],
    ['see 45 C.F.R. Part 171.', 'Regulation:45-CFR-171'],
    ['42 USC § 300jj-52', 'Statute:phsa-3022'],
    ['Public Law 104-191', 'Statute:hipaa'],
  ])('reads the citation %s', async (citation, id) => {
    expect(await resolve([citation])).toEqual([{ text: citation, candidates: [{ id }] }]);
  });
  test('returns nothing for a citation of which only the surroundings are known', async () => {
    expect(await resolve(['45 CFR 171.203(z)'])).toEqual([{ text: '45 CFR 171.203(z)', candidates: [] }]);
  });
});
