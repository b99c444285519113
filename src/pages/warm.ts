import type { Graph } from '../graph/connect.ts';
import type { RequestTrace } from '../http/trace.ts';
import { createAsk } from './ask.ts';
import { KINDS } from './kinds/index.ts';

/** Asks once what a page of each kind asks, until the signal. What is not in the graph is planned all the same. */
export async function warmPages(graph: Graph, signal: AbortSignal): Promise<void> {
  const askFor = createAsk(graph);
  for (const { examples, answer } of KINDS) {
    for (const name of examples) {
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
