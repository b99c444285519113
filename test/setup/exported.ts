import type { Driver } from 'neo4j-driver';
import type { ExportFormat } from '../../src/export/graph.ts';
import { jsonLines } from '../../src/export/json-lines.ts';
import { openWholeGraph, wholeGraphAs } from '../../src/export/read-graph.ts';
import { Graph } from '../../src/graph/connect.ts';

/** The whole graph in a format, by pieces: JSON Lines, a line each, unless said. */
export async function* exportRecords(
  driver: Driver,
  database?: string | undefined,
  format: ExportFormat = jsonLines,
): AsyncGenerator<string> {
  const whole = await openWholeGraph(new Graph(driver, database), { stepMs: 60_000, totalMs: 120_000 });
  yield* wholeGraphAs(format, whole);
}

/** Everything that a stream gives. */
export async function all<Item>(items: AsyncIterable<Item> | readonly Item[]): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}

/** The whole graph in memory. */
export async function readOnce(graph: Graph) {
  const whole = await openWholeGraph(graph, { stepMs: 60_000, totalMs: 120_000 });
  const vocabularies = await all(whole.vocabularies());
  const [sources, nodes, edges] = [await all(whole.sources()), await all(whole.nodes()), await all(whole.edges())];
  await whole.settle();
  whole.close();
  return { vocabularies, sources, nodes, edges };
}
