/**
 * `npm run bench:search`: `suggest` as people type it, over a generated glossary of 100,000 terms, beside the bare full-text
 * call of ten names by the same words; in turns, in one process, without HTTP on either side. Then `search`, for comparison.
 * Ratios are what it is for; milliseconds are of this machine on this day.
 */

import { graphql } from 'graphql';
import type { Driver } from 'neo4j-driver';
import { contextOf } from '../schema/context.ts';
import { schema } from '../schema/index.ts';
import { Graph } from '../src/graph/connect.ts';
import { luceneQuery } from '../src/search/query.ts';
import { random } from '../test/plan/random.ts';
import { generate } from './generate.ts';
import { quantile } from './shared/figures.ts';
import { onOwnNeo4j } from './shared/own-neo4j.ts';

/** The heap of the Neo4j, such as 1g. The default is Neo4j's own. */
const HEAP = process.env.BENCH_HEAP;
const TERMS = Number(process.env.BENCH_TERMS ?? 100_000);
const WARM = 300;
const COUNTED = 600;
const RAW = `CALL db.index.fulltext.queryNodes('entity_names', $words, {limit: 10}) YIELD node, score
  RETURN node.id AS id, node.label AS label, score`;
const SUGGEST =
  'query ($text: String!) { suggest(prefix: $text) { text entity { id label kind } matchedAlias { name } } }';
const SEARCH = 'query ($text: String!) { search(query: $text, first: 10) { edges { node { id label } score } } }';
const COUNTS =
  'query ($text: String!) { search(query: $text, first: 10) { totalCount facets { kind count } edges { node { id label } highlights { field } } } }';

/** What somebody types, a key at a time, on the way to a name. */
function typed(): string[] {
  const r = random(3);
  return Array.from({ length: 200 }, () => {
    const name = r.pick([
      `alias ${r.int(TERMS)}`,
      `term ${String(r.int(1e6)).padStart(6, '0')}`,
      String(r.int(1e6)),
      '45 cfr 12.3',
    ]);
    return name.slice(0, 2 + r.int(name.length - 1));
  }).filter((text) => text.trim().length >= 2);
}

await onOwnNeo4j(async ({ driver }) => {
  console.log(`generating ${TERMS} terms`);
  await generate(driver, { terms: TERMS, parts: 40 });
  await driver.executeQuery('CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()');
  const graph = new Graph(driver);
  const texts = typed();
  await compare(
    'suggest',
    texts,
    (text) => raw(driver, text),
    (text) => ask(graph, SUGGEST, text),
  );
  const words = ['term 000012', 'alias 77', '45 cfr 12.3', 'trem 123456', 'generated glossary', 'term'];
  for (const [name, query] of [
    ['search', SEARCH],
    ['search, counted', COUNTS],
  ] as const) {
    for (const text of words) {
      const times = [];
      for (let i = 0; i < 8; i += 1) times.push(await timed(() => ask(graph, query, text)));
      console.log(`${name.padEnd(16)} ${JSON.stringify(text).padEnd(22)} ${figures(times.slice(3))}`);
    }
  }
}, HEAP);

async function compare(
  name: string,
  texts: readonly string[],
  bare: (text: string) => Promise<void>,
  ours: (text: string) => Promise<void>,
): Promise<void> {
  const times = { bare: [] as number[], ours: [] as number[] };
  for (let i = 0; i < WARM + COUNTED; i += 1) {
    const text = texts[i % texts.length] ?? '';
    for (const way of i % 2 === 0 ? (['bare', 'ours'] as const) : (['ours', 'bare'] as const)) {
      const time = await timed(() => (way === 'bare' ? bare(text) : ours(text)));
      if (i >= WARM) times[way].push(time);
    }
  }
  console.log(`${name}: bare full-text call ${figures(times.bare)}   Glossograph ${figures(times.ours)}`);
  console.log(`ratio p50 ${ratio(times, 0.5)}   p95 ${ratio(times, 0.95)}`);
}

async function raw(driver: Driver, text: string): Promise<void> {
  const session = driver.session({ defaultAccessMode: 'READ' });
  await session.run(RAW, { words: luceneQuery(text) });
  await session.close();
}

async function ask(graph: Graph, source: string, text: string): Promise<void> {
  const { errors } = await graphql({
    schema,
    source,
    variableValues: { text },
    contextValue: contextOf(graph),
  });
  if (errors) throw errors[0];
}

async function timed(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function figures(times: readonly number[]): string {
  return `p50 ${quantile(times, 0.5).toFixed(2)} ms p95 ${quantile(times, 0.95).toFixed(2)} ms`;
}

function ratio({ bare, ours }: { bare: number[]; ours: number[] }, share: number): string {
  return (quantile(ours, share) / quantile(bare, share)).toFixed(2);
}
