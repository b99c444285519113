import type { Command } from 'commander';
import { resetGraph } from '../store/reset.ts';
import { performOnGraph, UsageError } from './command.ts';

/** `glossograph reset` */
export function addReset(program: Command): void {
  program
    .command('reset')
    .description('remove everything that Glossograph put into the graph')
    .option('--yes', 'do it: there is no way back')
    .action(({ yes }: { yes?: boolean }) =>
      performOnGraph(async ({ graph, neo4j }, { progress }) => {
        if (!yes) throw new UsageError(`this would empty the graph at ${neo4j.uri}. Say --yes to do it.`);
        progress.step('Emptying the graph');
        await resetGraph(graph.driver, graph.database);
        progress.done('The graph is empty; `glossograph seed` fills it again');
      }),
    );
}
