import { execute, Kind, parse } from 'graphql';
import { contextOf } from '../../schema/context.ts';
import { schema } from '../../schema/index.ts';
import { USUAL } from '../explorer/browser/api/documents.ts';
import type { Graph } from '../graph/connect.ts';
import { EXAMPLES } from '../http/graphiql.ts';
import { warmPages } from '../pages/warm.ts';

/** What a search box asks: at every key, and once it is sent. */
const SEARCH_BOX = `query SearchBox {
  suggest(prefix: "eh") { text entity { id kind label } matchedAlias { name } }
  search(query: "ehr", first: 10) {
    totalCount facets { kind count } didYouMean
    edges { score node { id kind label summary } highlights { field text ranges } }
  }
}`;

/** Of a first plan on a machine that has other things to do. */
const PATIENCE_MS = 30_000;

/**
 * Asks the usual questions once, so that Neo4j has planned them before somebody waits: a first plan costs 100 to 400 ms,
 * and the first of a cold server a second or two. What fails here fails again where somebody sees it.
 *
 * @param signal ends it
 */
export async function warm(graph: Graph, signal = new AbortController().signal): Promise<void> {
  const examples = parse(EXAMPLES + SEARCH_BOX);
  const operations = examples.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
  const asked = [
    ...USUAL.map(([source, variableValues]) => ({ document: parse(source), variableValues: { ...variableValues } })),
    ...operations.map(({ name }) => ({ document: examples, operationName: name?.value })),
  ];
  for (const one of asked) {
    if (signal.aborted) return;
    const bounds = { deadline: Date.now() + PATIENCE_MS, signal };
    await execute({ schema, ...one, contextValue: contextOf(graph, bounds) });
  }
  await warmPages(graph, signal);
}
