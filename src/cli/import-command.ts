/** The features that all import subcommands share: the options `--dry-run` and `--yes`, progress, and reports. */
import { type Command, Option } from 'commander';
import type { ImportOutcome } from '../import/run-import.ts';
import type { ImportProgress } from '../store/write.ts';
import { performOnGraph } from './command.ts';
import { meaningAfterImport } from './meaning.ts';
import type { Progress } from './progress.ts';
import type { Session } from './session.ts';

/** The options of every import subcommand. */
export interface ImportOptions {
  dryRun?: boolean;
  yes?: boolean;
}

/** The result of an import, as shown to the user. */
export interface ImportReport extends ImportOutcome {
  /** The first line, such as "USCDI v3: 15 data classes, 82 data elements". */
  what: string;
  /** Additional lines to print below the first line. */
  lines?: readonly string[];
}

/**
 * Completes an import subcommand: adds `--dry-run` and `--yes`, opens the graph, runs the import, and prints its
 * reports.
 *
 * @param run throws UsageError for values that an option does not accept
 */
export function addImportAction<Options extends ImportOptions>(
  command: Command,
  run: (session: Session, files: string[], options: Options, progress: Progress) => AsyncIterable<ImportReport>,
): void {
  command
    .option('--dry-run', 'check the files and report what would change, without changing the graph')
    .addOption(createYes())
    .action((given: string | string[], options: Options) =>
      performOnGraph(async (session, tools) => {
        const { progress } = tools;
        const files = [given].flat();
        progress.step(`Importing ${files.join(', ')}`);
        for await (const report of run(session, files, options, progress)) {
          progress.done(outcomeOf(report, options.dryRun === true));
          for (const line of report.lines ?? []) progress.say(`  ${line}`);
        }
        if (options.dryRun !== true) await meaningAfterImport(session.graph, tools);
      }),
    );
}

/** Creates the `--yes` option for all import commands. */
export const createYes = (): Option =>
  new Option(
    '--yes',
    'allow the import to remove more than one fifth of the entities that the previous import from this source created',
  );

/** Shows the number of written rows, if the output is a terminal. */
export const noteRows =
  (progress: Progress) =>
  ({ done, total, file }: ImportProgress & { file?: string }): void =>
    progress.note(`${file === undefined ? '' : `${file}: `}${done} of ${total}`);

function outcomeOf({ what, changed, dataVersion }: ImportReport, dryRun: boolean): string {
  if (dryRun)
    return `The import is valid: ${what}. Nothing was written. Without --dry-run, the import would ${changed ? '' : 'not '}change the graph.`;
  return changed ? `Imported ${what}; data version ${dataVersion}` : `${what}: no changes; data version ${dataVersion}`;
}
