import type { Command } from 'commander';
import { resetGraph } from '../store/reset.ts';
import { performOnGraph, UsageError } from './command.ts';

/** `glossograph reset` */
export function addReset(program: Command): void {
  program
    .command('reset')
    .description('remove all data that Glossograph has written to the graph')
    .option('--yes', 'confirm the removal, which cannot be undone')
    .action(({ yes }: { yes?: boolean }) =>
      performOnGraph(
        async ({ graph, neo4j }, { progress }) => {
          if (!yes)
            throw new UsageError(
              `This command would remove all Glossograph data from the graph at ${neo4j.uri}. Add --yes to confirm.`,
            );
          progress.step('Emptying the graph');
          await resetGraph(graph.driver, graph.database);
          progress.done('The graph is now empty. Run `glossograph seed` to load the seed again.');
        },
        { isOldFormFine: true, isUnfinishedFine: true },
      ),
    );
}
