import type { Command } from 'commander';
import { linkGraph } from '../link/link.ts';
import { performOnGraph } from './command.ts';

/** `glossograph link`: finds terms in the texts of the graph. Every import does this too. */
export function addLink(program: Command): void {
  program
    .command('link')
    .description('find terms in the texts that changed (every import does this too)')
    .option('--all', 'find them in all texts again')
    .action(({ all }: { all?: boolean }) =>
      performOnGraph(async ({ graph }, { progress }) => {
        progress.step('Link');
        const started = performance.now();
        const { groups, texts, mentions, places, dataVersion } = await linkGraph(graph.driver, graph.database, {
          all,
          onProgress: progress.note,
        });
        const seconds = ((performance.now() - started) / 1_000).toFixed(1);
        progress.done(
          groups === 0
            ? `Nothing to link; ${seconds} s; data version ${dataVersion}`
            : `Linked ${texts} texts: ${mentions} mentions in ${places} places; ${seconds} s; data version ${dataVersion}`,
        );
      }),
    );
}
