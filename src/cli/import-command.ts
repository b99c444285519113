/** What the import subcommands share: their option, how far they are, and what came of it. */
import type { Command } from 'commander';
import type { ImportOutcome } from '../import/run-import.ts';
import type { ImportProgress } from '../store/write.ts';
import { performOnGraph } from './command.ts';
import type { Progress } from './progress.ts';
import type { Session } from './session.ts';

/** What every import subcommand is told. */
export interface ImportOptions {
  dryRun?: boolean;
}

/** What came of an import, for the person who called it. */
export interface ImportReport extends ImportOutcome {
  /** "USCDI v3: 15 data classes, 82 data elements" */
  what: string;
  /** Further lines, below. */
  lines?: readonly string[];
}

/**
 * Completes an import subcommand: adds `--dry-run`, opens the graph, runs the import and prints its reports.
 *
 * @param run throws UsageError for options that it does not take
 */
export function addImportAction<Options extends ImportOptions>(
  command: Command,
  run: (session: Session, files: string[], options: Options, progress: Progress) => AsyncIterable<ImportReport>,
): void {
  command
    .option('--dry-run', 'read, compare and count, write nothing')
    .action((given: string | string[], options: Options) =>
      performOnGraph(async (session, { progress }) => {
        const files = [given].flat();
        progress.step(`Import ${files.join(', ')}`);
        for await (const report of run(session, files, options, progress)) {
          progress.done(outcomeOf(report, options.dryRun === true));
          for (const line of report.lines ?? []) progress.say(`  ${line}`);
        }
      }),
    );
}

/** How many rows are written, on a terminal. */
export const noteRows =
  (progress: Progress) =>
  ({ done, total, file }: ImportProgress & { file?: string }): void =>
    progress.note(`${file === undefined ? '' : `${file}: `}${done} of ${total}`);

function outcomeOf({ what, changed, dataVersion }: ImportReport, dryRun: boolean): string {
  if (dryRun)
    return `Sound: ${what}. Nothing was written; ${changed ? 'an import would change the graph' : 'it is all there'}.`;
  return changed
    ? `Imported ${what}; data version ${dataVersion}`
    : `${what}: nothing new; data version ${dataVersion}`;
}
