/** Below a date, ids end with the date, and the API takes such ids and answers as of that date. */
import { describe, expect, test } from 'vitest';
import { ask, refusalOf } from '../setup/ask.ts';
import { TWO_EDITIONS } from '../setup/fixtures.ts';
import { sharedGraph } from '../setup/test-graph.ts';

const { graph } = sharedGraph(TWO_EDITIONS);

const SECTION = 'Regulation:99-CFR-7.2';
const DAY = '2021-01-01';

test('every id below a date ends with it, and no id elsewhere', async () => {
  const fields = 'id ancestors { id } mentions(first: 1) { edges { node { id } } } coverage { edition { id } }';
  const asked = `{ then: regulation(citation: "99 CFR 7.2", asOf: "${DAY}") { ${fields} }
    now: regulation(citation: "99 CFR 7.2") { ${fields} relations(asOf: "${DAY}", first: 1) { edges { node { id } } } } }`;
  const { then, now } = await ask(graph(), asked);
  expect(then.id).toBe(`${SECTION}@${DAY}`);
  expect(then.ancestors.map(({ id }: { id: string }) => id)).toContain(`Regulation:99-CFR-7@${DAY}`);
  expect(now.id).toBe(SECTION);
  expect(now.ancestors.map(({ id }: { id: string }) => id)).toContain('Regulation:99-CFR-7');
  expect(now.relations.edges[0].node.id).toMatch(new RegExp(`@${DAY}$`));
  expect(then.coverage.edition.id).toBe('Source:ecfr-99-7-2020-05-01'); // a source is not of a day
});

test('an entity by such an id is that of the day', async () => {
  const text = '... on Regulation { id text children { citation } }';
  const { then, now } = await ask(
    graph(),
    `{ then: node(id: "${SECTION}(a)@${DAY}") { ${text} } now: node(id: "${SECTION}(a)") { ${text} } }`,
  );
  expect(then.id).toBe(`${SECTION}(a)@${DAY}`);
  expect(then.children.map(({ citation }: { citation: string }) => citation)).toEqual([
    '99 CFR 7.2(a)(1)',
    '99 CFR 7.2(a)(2)',
  ]);
  expect(now.children).toEqual([]);
  expect(then.text).not.toBe(now.text);
});

test('a list of ids may have several dates', async () => {
  const ids = [
    `${SECTION}@${DAY}`,
    SECTION,
    `${SECTION}(a)(1)@${DAY}`,
    `${SECTION}(a)(1)@2026-02-01`,
    `${SECTION}@2021-02-30`,
  ];
  const { nodes } = await ask(
    graph(),
    'query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Regulation { heading coverage { certainty } } } }',
    { ids },
  );
  expect(nodes.map((node: { id: string } | null) => node?.id ?? null)).toEqual([ids[0], ids[1], ids[2], null, null]);
  expect(nodes[0].coverage.certainty).toBe('UNCERTAIN');
  expect(nodes[1].coverage.certainty).toBe('PRESUMED');
});

describe('a picture', () => {
  const keysOf = ({ nodes, edges }: { nodes: { key: string }[]; edges: { source: string; target: string }[] }) => [
    ...nodes.map(({ key }) => key),
    ...edges.flatMap(({ source, target }) => [source, target]),
  ];
  const NEIGHBORS = 'nodes { key entity { id } } edges { key source target }';

  test('of a date has keys that end with it', async () => {
    const asked = `{ byId: neighborhood(of: ["${SECTION}@${DAY}"]) { ${NEIGHBORS} }
      byDay: neighborhood(of: ["${SECTION}"], asOf: "${DAY}") { ${NEIGHBORS} } now: neighborhood(of: ["${SECTION}"]) { ${NEIGHBORS} } }`;
    const { byId, byDay, now } = await ask(graph(), asked);
    expect(byId).toEqual(byDay);
    expect(byId.nodes[0]).toEqual({ key: `${SECTION}@${DAY}`, entity: { id: `${SECTION}@${DAY}` } });
    for (const key of keysOf(byId)) expect(key.endsWith(`@${DAY}`)).toBe(true);
    for (const key of keysOf(now)) expect(key).not.toContain('@');
  });

  test('holds what is in force on the date, and without one today', async () => {
    const inside = async (of: string) => {
      const { neighborhood } = await ask(
        graph(),
        `{ neighborhood(of: ["${of}"], types: [PART_OF], direction: IN) { nodes { label } } }`,
      );
      return neighborhood.nodes.map(({ label }: { label: string }) => label).slice(1);
    };
    expect(await inside(`${SECTION}(a)@${DAY}`)).toEqual(['99 CFR 7.2(a)(1)', '99 CFR 7.2(a)(2)']);
    expect(await inside(`${SECTION}(a)`)).toEqual([]);
  });

  test('of a path takes them, too', async () => {
    const { paths } = await ask(
      graph(),
      `{ paths(from: "${SECTION}(a)(1)@${DAY}", to: "${SECTION}@${DAY}") { paths { nodes { id } hops { source } } } }`,
    );
    expect(paths.paths[0].nodes[0].id).toBe(`${SECTION}(a)(1)@${DAY}`);
    expect(paths.paths[0].hops[0].source).toMatch(/@2021-01-01$/);
  });

  test.each([
    [`neighborhood(of: ["${SECTION}@${DAY}"], asOf: "2022-01-01") { nodes { key } }`, /^asOf: must be 2021-01-01/],
    [
      `neighborhood(of: ["${SECTION}@${DAY}", "${SECTION}@2022-01-01"]) { nodes { key } }`,
      /^of: all ids must end with the same/,
    ],
    [`neighborhood(of: ["${SECTION}@${DAY}", "${SECTION}"]) { nodes { key } }`, /^of: .* others have no date/],
    [`paths(from: "${SECTION}@${DAY}", to: "${SECTION}", asOf: "2022-01-01") { paths { length } }`, /^asOf: must be/],
  ])('of two dates is refused: %s', async (question, message) => {
    expect(await refusalOf(graph(), `{ ${question} }`)).toEqual({
      code: 'BAD_USER_INPUT',
      message: expect.stringMatching(message),
    });
  });
});
