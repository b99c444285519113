import { pino } from 'pino';
import { parseConfig } from '../../src/config.ts';
import type { Graph } from '../../src/graph/connect.ts';
import { type Listening, listen } from '../../src/http/server.ts';
import { appOf } from '../../src/server/assemble.ts';

/**
 * The whole server, over HTTP on a free port of loopback; whoever starts it stops it.
 *
 * @param settings of the environment, beside the port
 */
export function serveGraph(graph: Graph, settings: Record<string, string> = {}): Promise<Listening> {
  const config = parseConfig({ ...settings, PORT: '0' });
  return listen(appOf(graph, config, pino({ level: 'silent' })), config.HOST, config.PORT);
}
