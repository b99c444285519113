import type { Command } from 'commander';
import { linkGraph } from '../link/link.ts';
import { performOnGraph } from './command.ts';

/** `glossograph link`: finds terms in the texts of the graph. Every import also does this. */
export function addLink(program: Command): void {
  program
    .command('link')
    .description(
      'find mentions of terms in the texts that have changed (each import also searches the texts that it changes)',
    )
    .option('--all', 'search all texts again, not only the texts that have changed')
    .action(({ all }: { all?: boolean }) =>
      performOnGraph(async ({ graph }, { progress }) => {
        progress.step('Searching for mentions');
        const started = performance.now();
        const { groups, texts, mentions, places, dataVersion } = await linkGraph(graph.driver, graph.database, {
          all,
          onProgress: progress.note,
        });
        const seconds = ((performance.now() - started) / 1_000).toFixed(1);
        progress.done(
          groups === 0
            ? `No texts have changed; ${seconds} s; data version ${dataVersion}`
            : `Searched ${texts} texts: found ${places} occurrences of terms, which form ${mentions} MENTIONS relations; ${seconds} s; data version ${dataVersion}`,
        );
      }),
    );
}
