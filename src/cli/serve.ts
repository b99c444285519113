import type { Graph } from '../graph/connect.ts';
import type { DatabaseState } from '../graph/heartbeat.ts';
import { exposureWarning } from '../http/hosts.ts';
import { listen } from '../http/server.ts';
import { createLog } from '../log.ts';
import { appOf } from '../server/assemble.ts';
import type { Tools } from './command.ts';
import { putSeed } from './seed.ts';
import { warm } from './warm.ts';

/**
 * Serves a graph until a signal arrives. Seeds an empty graph first.
 *
 * @throws ListenError, ImportError
 */
export async function serve(graph: Graph, { config, progress }: Tools, state: () => DatabaseState): Promise<void> {
  if (!(await graph.ready(10_000)).seeded) await putSeed(graph, progress);
  const app = appOf(graph, config, createLog(config), state);
  const { url, stop } = await listen(app, config.HOST, config.PORT, config);
  const warning = exposureWarning(config);
  if (warning !== undefined) progress.say(`\n  ${warning}`);
  progress.say(
    `\n  Explorer  ${url}/\n  GraphQL   ${url}/graphql\n  Health    ${url}/health\n  Ready     ${url}/ready\n`,
  );
  const warming = new AbortController();
  void warm(graph, warming.signal);
  await stopSignal();
  warming.abort();
  progress.step('Stopping');
  await stop();
  progress.done('Stopped');
}

/** Resolves at Ctrl-C or a service manager's signal. A second signal ends the process at once. */
function stopSignal(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => {
        process.once(signal, () => process.exit(1));
        done();
      });
    }
  });
}
