import type { Graph } from '../graph/connect.ts';
import { type DatabaseState, rest } from '../graph/heartbeat.ts';
import { exposureWarning } from '../http/hosts.ts';
import { listen } from '../http/server.ts';
import { createLog } from '../log.ts';
import { appOf } from '../server/assemble.ts';
import { metricsApp, metricsPlace } from '../server/metrics-route.ts';
import { Metrics } from '../telemetry/metrics.ts';
import type { Tracing } from '../telemetry/spans.ts';
import { VERSION } from '../version.ts';
import type { Tools } from './command.ts';
import { serveMeaning } from './meaning.ts';
import { putSeed } from './seed.ts';
import { stopSignal } from './stop-signal.ts';
import { keepWarm, warm } from './warm.ts';

/** `/ready` waits so long for plans at most: a slow machine answers its first requests slowly, but it does answer. */
const WARM_WITHIN_MS = 5_000;
/** So long, the separate port for metrics waits for a response in progress, in milliseconds. */
const LAST_SCRAPE_MS = 500;

/** The objects that observe a server while it runs. */
export interface ServeWatch {
  state: () => DatabaseState;
  tracing: Tracing | undefined;
}

/**
 * Serves a graph until a signal arrives. If the graph is empty, loads the seed first.
 *
 * @throws ListenError, ImportError
 */
export async function serve(graph: Graph, { config, progress }: Tools, { state, tracing }: ServeWatch): Promise<void> {
  if (!(await graph.ready(10_000)).seeded) await putSeed(graph, progress);
  const log = createLog(config);
  const warming = new AbortController();
  let [isWarm, isPlanned] = [false, false];
  let isStopping = false;
  let changedAt: number | null = null;
  const place = metricsPlace(config);
  const metrics = place === 'nowhere' ? undefined : new Metrics(VERSION);
  metrics?.watchProcess();
  const app = appOf(graph, config, log, {
    ...{ state, metrics, tracing },
    isWarm: () => isWarm,
    isPlanned: () => isPlanned,
    isStopping: () => isStopping,
    changedAt: () => changedAt,
  });
  const apart =
    metrics && typeof place === 'number'
      ? await listen(metricsApp(metrics, config), config.HOST, place, config, 'METRICS')
      : undefined;
  try {
    const { url, stop } = await listen(app, config.HOST, config.PORT, config);
    const warning = exposureWarning(config);
    if (warning !== undefined) progress.say(`\n  ${warning}`);
    const metricsLine = metrics ? `\n  Metrics   ${apart?.url ?? url}/metrics` : '';
    progress.say(
      `\n  Website   ${url}/\n  Explorer  ${url}/explore\n  GraphQL   ${url}/graphql\n  Health    ${url}/health\n  Ready     ${url}/ready${metricsLine}\n`,
    );
    const warmed = warm(graph, warming.signal);
    void Promise.race([warmed, rest(WARM_WITHIN_MS, warming.signal)]).then(() => {
      isWarm = true;
    });
    void warmed.then(() => {
      isPlanned = true;
    });
    void warmed.then(() => serveMeaning(graph, { config }, log, warming.signal));
    void keepWarm(graph, warmed, warming.signal, (data) => {
      changedAt = data.changedAt;
    });
    await stopSignal();
    isStopping = true;
    warming.abort();
    progress.step('Stopping');
    await stop();
  } finally {
    await apart?.stop(LAST_SCRAPE_MS);
  }
  progress.done('Stopped');
}
