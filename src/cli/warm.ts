import { execute, Kind, parse } from 'graphql';
import { contextOf } from '../../schema/context.ts';
import { schema } from '../../schema/index.ts';
import { USUAL } from '../explorer/browser/api/documents.ts';
import { warmFeeds } from '../feeds/warm.ts';
import { backgroundBounds } from '../graph/background.ts';
import type { Graph } from '../graph/connect.ts';
import { rest } from '../graph/heartbeat.ts';
import { GRAPHIQL_QUERIES } from '../graphiql/queries.ts';
import { warmPages } from '../pages/warm.ts';
import { type LoadedData, loadedData } from '../store/data-state.ts';

/** The requests of a search box: one at every key, one when it is submitted. */
const SEARCH_BOX = `query SearchBox {
  suggest(prefix: "eh") { text entity { id kind label } matchedAlias { name } }
  search(query: "ehr", first: 10) {
    totalCount facets { kind count } didYouMean
    edges { score node { id kind label summary } highlights { field text ranges } }
  }
}`;

/** The server looks for imports of other processes so often. */
const LOOK_MS = 2_000;

/**
 * Runs the most common requests once, so that Neo4j has planned them before the first user arrives. Planning a query
 * for the first time takes 100 to 400 ms, or one to two seconds on a newly started server. Ignores failures because the
 * same request will fail again where a user sees it.
 *
 * @param signal stops the warm-up
 */
export async function warm(graph: Graph, signal = new AbortController().signal): Promise<void> {
  // Two at a time: pages do not wait for the explorer, and one plan occupies one core.
  await Promise.all([warmApi(graph, signal), warmPages(graph, signal).then(() => warmFeeds(graph, signal))]);
}

/**
 * Makes new plans for all statements after each import, until the signal aborts. A plan that was made for a small graph may be
 * slow in a large one.
 *
 * @param warmed the promise of the first warm-up, which has already begun
 * @param onLook called with the state of the data each time that this function has read it
 */
export async function keepWarm(
  graph: Graph,
  warmed: Promise<void>,
  signal: AbortSignal,
  onLook: (data: LoadedData) => void = () => undefined,
): Promise<void> {
  const look = async (): Promise<string | undefined> => {
    const data = await loadedData(graph, backgroundBounds(signal)).catch(() => null);
    if (data) onLook(data);
    return data?.version;
  };
  let known = await look();
  await warmed;
  while (!signal.aborted) {
    await rest(LOOK_MS, signal);
    const now = await look();
    if (now === undefined || now === known) continue;
    known = now;
    await graph.replan(signal);
  }
}

async function warmApi(graph: Graph, signal: AbortSignal): Promise<void> {
  const examples = parse(GRAPHIQL_QUERIES + SEARCH_BOX);
  const operations = examples.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
  const asked = [
    ...USUAL.map(([source, variableValues]) => ({ document: parse(source), variableValues: { ...variableValues } })),
    ...operations.map(({ name }) => ({ document: examples, operationName: name?.value })),
  ];
  for (const one of asked) {
    if (signal.aborted) return;
    await execute({ schema, ...one, contextValue: contextOf(graph, backgroundBounds(signal)) });
  }
}
