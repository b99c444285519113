import { afterAll, beforeAll } from 'vitest';
import type { Graph } from '../../src/graph/connect.ts';
import type { Listening } from '../../src/http/server.ts';
import { serveGraph } from '../setup/server.ts';
import type { Site } from './site.ts';

/**
 * Serves a graph while the tests of a file run.
 *
 * @param settings beside a time limit that a first plan on a busy machine keeps
 */
export function servedSite(graph: () => Graph, settings: Record<string, string> = {}): Site {
  let server: Listening;
  beforeAll(async () => {
    server = await serveGraph(graph(), { REQUEST_TIMEOUT_MS: '60000', ...settings });
  });
  afterAll(() => server.stop());
  return { url: () => server.url, graph, statements: () => 0 };
}
