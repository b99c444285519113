import type { Graph } from '../graph/connect.ts';
import type { RequestTrace } from '../http/trace.ts';
import { KIND } from '../model/kinds.ts';
import { nameOf } from './address.ts';
import { createAsk } from './ask.ts';
import { PAGE_KINDS } from './kinds/index.ts';

/** Runs the queries of a page of each kind once, until the signal. Neo4j plans a query even if the graph lacks the entity. */
export async function warmPages(graph: Graph, signal: AbortSignal): Promise<void> {
  const askFor = createAsk(graph);
  for (const { kind, examples = [], answer } of PAGE_KINDS) {
    for (const name of [nameOf(KIND[kind].example), ...examples]) {
      if (signal.aborted) return;
      const trace: RequestTrace = {
        requestId: 'warm',
        deadline: Date.now() + 30_000,
        signal,
      };
      await answer({ name, asOf: null, after: null, ask: askFor(trace) }).catch(() => undefined);
    }
  }
}
