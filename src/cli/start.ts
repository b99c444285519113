import type { Command } from 'commander';
import { schema } from '../../schema/index.ts';
import { createApp } from '../app.ts';
import { Reader } from '../graph/read.ts';
import { listen } from '../http/server.ts';
import { createLog } from '../log.ts';
import { perform } from './command.ts';
import { putSeed } from './seed.ts';
import { openSession } from './session.ts';
import { warm } from './warm.ts';

/** `glossograph start` */
export function addStart(program: Command): void {
  program
    .command('start')
    .description('start the API, and a local Neo4j unless NEO4J_URI names one; an empty graph is seeded first')
    .action(() => perform(start));
}

async function start({ config, progress }: Parameters<Parameters<typeof perform>[0]>[0]): Promise<void> {
  const session = await openSession(config, progress);
  try {
    const { graph } = session;
    if (!(await graph.ready(10_000)).seeded) await putSeed(graph, progress);
    const app = createApp({
      schema,
      config,
      log: createLog(config),
      contextFor: (trace) => ({ graph: new Reader(graph, trace) }),
      ready: () => graph.ready(),
    });
    const { url, stop } = await listen(app, config.HOST, config.PORT);
    progress.say(`\n  GraphQL   ${url}/graphql\n  Health    ${url}/health\n  Ready     ${url}/ready\n`);
    void warm(graph);
    await stopSignal();
    progress.step('Stopping');
    await stop();
    progress.done('Stopped');
  } finally {
    await session.close();
  }
}

/** Ctrl-C, or a service manager's word. A second one does not wait. */
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
