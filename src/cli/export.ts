import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Command } from 'commander';
import { exportRecords } from '../export/records.ts';
import { performOnGraph } from './command.ts';

/** `glossograph export` */
export function addExport(program: Command): void {
  program
    .command('export')
    .description('write the whole graph as JSON Lines, in an order of its own: equal graphs give equal bytes')
    .option('--out <file>', 'where to; standard output unless said')
    .action(({ out }: { out?: string }) =>
      performOnGraph(async ({ graph }, { progress }) => {
        progress.step('Export');
        let lines = 0;
        async function* counted() {
          for await (const line of exportRecords(graph.driver, graph.database)) {
            lines += 1;
            if (lines % 1_000 === 0) progress.note(`${lines} lines`);
            yield line;
          }
        }
        await pipeline(counted, out === undefined ? process.stdout : createWriteStream(out), {
          end: out !== undefined,
        });
        progress.done(`Exported ${lines} lines${out === undefined ? '' : ` to ${out}`}`);
      }),
    );
}
