/** The labelled queries over the seed: the expected answer is first, or nearly. Prints what is not. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { ask } from '../setup/ask.ts';
import { SEED } from '../setup/fixtures.ts';
import { sharedGraph } from '../setup/test-graph.ts';

const { graph } = sharedGraph(SEED);

type Labelled = Record<string, Record<string, string | string[]>>;
const labelled = parse(readFileSync(new URL('queries.yaml', import.meta.url), 'utf8')) as Labelled;
const cases = Object.entries(labelled).flatMap(([group, queries]) =>
  Object.entries(queries).map(([query, expected]) => ({ group, query, expected: [expected].flat() })),
);
const SEEN = 10;

/** Where the expected one stands, from 1; Infinity when it is not among the first. */
async function rankOf({ query, expected }: (typeof cases)[number]): Promise<{ rank: number; first: string }> {
  const { search } = await ask(
    graph(),
    'query ($query: String!, $first: Int!) { search(query: $query, first: $first) { edges { node { id } } } }',
    { query, first: SEEN },
  );
  const ids: string[] = search.edges.map((edge: { node: { id: string } }) => edge.node.id);
  const at = ids.findIndex((id) => expected.includes(id));
  return { rank: at < 0 ? Number.POSITIVE_INFINITY : at + 1, first: ids[0] ?? 'nothing' };
}

test('the mean reciprocal rank of at least 130 labelled queries is 0.99 or more', async () => {
  expect(cases.length).toBeGreaterThanOrEqual(130);
  const groups = new Map<string, number[]>();
  for (const labels of cases) {
    const { rank, first } = await rankOf(labels);
    groups.set(labels.group, [...(groups.get(labels.group) ?? []), 1 / rank]);
    if (rank > 1) console.log(`${labels.group}: "${labels.query}" gives ${first}; ${labels.expected} is at ${rank}`);
  }
  const mean = (list: readonly number[]) => list.reduce((sum, one) => sum + one, 0) / list.length;
  for (const [group, ranks] of groups) console.log(`${group.padEnd(12)} ${ranks.length} ${mean(ranks).toFixed(3)}`);
  const all = mean([...groups.values()].flat());
  console.log(`mean reciprocal rank of ${cases.length} queries: ${all.toFixed(4)}`);
  expect(all).toBeGreaterThanOrEqual(0.99);
}, 120_000);
