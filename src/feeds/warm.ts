import { backgroundBounds } from '../graph/background.ts';
import type { Graph } from '../graph/connect.ts';
import { today } from '../model/day.ts';
import { createAsk } from '../pages/ask.ts';
import { readChanges } from './changes.ts';

/**
 * Reads today's changes once, unless the signal is aborted, so that Neo4j has planned the query of the feeds. Ignores
 * failures.
 */
export async function warmFeeds(graph: Graph, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  const ask = createAsk(graph)(backgroundBounds(signal));
  const day = today();
  await readChanges(ask, { from: day, to: day, within: null, kinds: null }).catch(() => undefined);
}
