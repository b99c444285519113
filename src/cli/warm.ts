import { execute, Kind, parse } from 'graphql';
import { schema } from '../../schema/index.ts';
import { USUAL } from '../explorer/browser/api/documents.ts';
import type { Graph } from '../graph/connect.ts';
import { EXAMPLES } from '../http/graphiql.ts';
import { warmPages } from '../pages/warm.ts';
import { Reader } from '../plan/read.ts';

/** What a search box asks: at every key, and once it is sent. */
const SEARCH_BOX = `query SearchBox {
  suggest(prefix: "eh") { text entity { id kind label } matchedAlias { name } }
  search(query: "ehr", first: 10) {
    totalCount facets { kind count } didYouMean
    edges { score node { id kind label summary } highlights { field text ranges } }
  }
}`;

/**
 * Asks the usual questions once, so that Neo4j has planned them before somebody waits: a first plan costs 100 to 400 ms,
 * and the first of a cold server a second or two. What fails here fails again where somebody sees it.
 */
export async function warm(graph: Graph): Promise<void> {
  for (const [source, variableValues] of USUAL) {
    const contextValue = { graph: new Reader(graph) };
    await execute({ schema, document: parse(source), contextValue, variableValues: { ...variableValues } });
  }
  const document = parse(EXAMPLES + SEARCH_BOX);
  for (const operation of document.definitions) {
    if (operation.kind !== Kind.OPERATION_DEFINITION) continue;
    const contextValue = { graph: new Reader(graph) };
    await execute({ schema, document, contextValue, operationName: operation.name?.value });
  }
  await warmPages(graph);
}
