import type { Command } from 'commander';
import type { Tracing } from '../telemetry/spans.ts';
import { isTracingOn, startTracing } from '../telemetry/tracing.ts';
import { perform, type Tools } from './command.ts';
import { openSession } from './session.ts';
import { watchSession } from './watch.ts';

/** `glossograph start` */
export function addStart(program: Command): void {
  program
    .command('start')
    .description(
      'start the server, and a local Neo4j server unless NEO4J_URI is set; if the graph is empty, load the seed first',
    )
    .action(() => perform(start));
}

async function start(tools: Tools): Promise<void> {
  isTracingOn(process.env); // an invalid variable ends the command before the database starts
  // The API's modules load while the database starts.
  const loading = Promise.all([import('./serve.ts'), import('../log.ts')]);
  const session = await openSession(tools.config, tools.progress);
  const [{ serve }, { createLog }] = await loading;
  const log = createLog(tools.config);
  const watch = watchSession(session, { log, restarts: log, onGiveUp: endWithFailure });
  let tracing: Tracing | undefined;
  try {
    tracing = await startTracing(process.env, log);
    await serve(session.graph, tools, { state: watch.state, tracing });
  } finally {
    await tracing?.end();
    await watch.end();
    await session.close();
  }
}

/** Ends this process in good order, as a signal would, and with exit code 1: a service manager starts it again. */
function endWithFailure(): void {
  process.exitCode = 1;
  process.kill(process.pid, 'SIGTERM');
}
