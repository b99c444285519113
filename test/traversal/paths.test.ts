/** Paths end: what lies between two entities is never enumerated, and what is not searched is said. */
import { expect, test } from 'vitest';
import { ask } from '../setup/ask.ts';
import { counting } from '../setup/counting.ts';
import { testGraph } from '../setup/test-graph.ts';

const { driver, graph, fill } = testGraph();
/** Three layers of 60 terms between two ends make 216,000 paths of four hops. Beside them: one short way past a hub. */
fill(async () => {
  const layer = (name: string) => Array.from({ length: 60 }, (_, i) => `${name}${i}`);
  const join = (some: string[], others: string[]) => some.flatMap((a) => others.map((b) => [a, b]));
  const layers = [['from'], layer('a'), layer('b'), layer('c'), ['to']];
  const leaves = Array.from({ length: 10_001 }, (_, i) => `leaf${i}`);
  const pairs = [
    ...layers.slice(1).flatMap((there, i) => join(layers[i] ?? [], there)),
    ...join(['hub'], [...leaves, 'near', 'far']),
    ...join(['middle'], ['near', 'far']),
  ];
  await driver().executeQuery(
    "UNWIND $slugs AS slug CREATE (:Entity:Term {id: 'Term:' + slug, slug: slug, name: slug, label: slug})",
    { slugs: [...new Set(pairs.flat())] },
  );
  await driver().executeQuery(
    `UNWIND $pairs AS pair MATCH (a:Entity {id: 'Term:' + pair[0]}) MATCH (b:Entity {id: 'Term:' + pair[1]})
     CREATE (a)-[:RELATED_TO {id: pair[0] + ' ' + pair[1], weight: 0.5}]->(b)`,
    { pairs },
  );
});

const question = (from: string, to: string, more: string) =>
  `{ paths(from: "Term:${from}", to: "Term:${to}", ${more}) { paths { nodes { id } } completeness { exact reasons omittedNodes } } }`;

test.each(['DEGREE', 'RELEVANCE'])(
  'a few of very many shortest paths cost what lies between the ends, by %s',
  async (ranking) => {
    const counted = counting(driver());
    const { paths } = await ask(counted, question('from', 'to', `ranking: ${ranking}`));
    expect(paths.paths.map(({ nodes }: { nodes: unknown[] }) => nodes.length)).toEqual([5, 5, 5, 5, 5]);
    expect(paths.completeness).toMatchObject({ exact: false, reasons: ['LIMIT'] });
    // There are 7,320 relations between the ends. To read all paths would take millions.
    expect(counted.hits()).toBeLessThan(250_000);
  },
  60_000,
);

test.each(['DEGREE', 'RELEVANCE'])(
  'longer paths are not looked for beyond a hub, and the answer says so, by %s',
  async (ranking) => {
    const beside = await ask(graph(), question('near', 'middle', `ranking: ${ranking}`));
    expect(beside.paths.paths).toEqual([{ nodes: [{ id: 'Term:near' }, { id: 'Term:middle' }] }]);
    expect(beside.paths.completeness).toEqual({ exact: false, reasons: ['DEPTH'], omittedNodes: 0 });
    // Up to three hops, no path can pass more than the hub itself.
    const through = await ask(graph(), question('near', 'far', `ranking: ${ranking}, maxLength: 2`));
    expect(through.paths.paths).toHaveLength(2);
    expect(through.paths.completeness).toEqual({ exact: true, reasons: [], omittedNodes: 0 });
  },
  60_000,
);
