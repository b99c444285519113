import type { Command } from 'commander';
import { perform, type Tools } from './command.ts';
import { openSession } from './session.ts';

/** `glossograph start` */
export function addStart(program: Command): void {
  program
    .command('start')
    .description('start the API, and a local Neo4j unless NEO4J_URI is set; seeds an empty graph first')
    .action(() => perform(start));
}

async function start(tools: Tools): Promise<void> {
  // The API's modules load while the database starts.
  const loading = import('./serve.ts');
  const session = await openSession(tools.config, tools.progress);
  try {
    const { serve } = await loading;
    await serve(session.graph, tools);
  } finally {
    await session.close();
  }
}
