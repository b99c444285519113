import type { Graph } from '../graph/connect.ts';
import { type DatabaseState, rest } from '../graph/heartbeat.ts';
import { exposureWarning } from '../http/hosts.ts';
import { listen } from '../http/server.ts';
import { createLog } from '../log.ts';
import { appOf } from '../server/assemble.ts';
import type { Tools } from './command.ts';
import { serveMeaning } from './meaning.ts';
import { putSeed } from './seed.ts';
import { keepWarm, warm } from './warm.ts';

/** `/ready` waits so long for plans at most: a slow machine answers its first requests slowly, but it does answer. */
const WARM_WITHIN_MS = 5_000;

/**
 * Serves a graph until a signal arrives. If the graph is empty, loads the seed first.
 *
 * @throws ListenError, ImportError
 */
export async function serve(graph: Graph, { config, progress }: Tools, state: () => DatabaseState): Promise<void> {
  if (!(await graph.ready(10_000)).seeded) await putSeed(graph, progress);
  const log = createLog(config);
  const warming = new AbortController();
  let isWarm = false;
  const app = appOf(graph, config, log, { state, isWarm: () => isWarm });
  const { url, stop } = await listen(app, config.HOST, config.PORT, config);
  const warning = exposureWarning(config);
  if (warning !== undefined) progress.say(`\n  ${warning}`);
  progress.say(
    `\n  Website   ${url}/\n  Explorer  ${url}/explore\n  GraphQL   ${url}/graphql\n  Health    ${url}/health\n  Ready     ${url}/ready\n`,
  );
  const warmed = warm(graph, warming.signal);
  void Promise.race([warmed, rest(WARM_WITHIN_MS, warming.signal)]).then(() => {
    isWarm = true;
  });
  void warmed.then(() => serveMeaning(graph, { config }, log, warming.signal));
  void keepWarm(graph, warmed, warming.signal);
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
