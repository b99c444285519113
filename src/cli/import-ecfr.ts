import { statSync } from 'node:fs';
import type { Command } from 'commander';
import type { EcfrSummary } from '../import/ecfr/import.ts';
import { DAY_FORM, isDay } from '../model/day.ts';
import { performOnGraph, UsageError } from './command.ts';

interface Options {
  asOf?: string;
  title?: string;
  dryRun?: boolean;
}

/** `glossograph import ecfr`: official text of the Code of Federal Regulations. */
export function addImportEcfr(importing: Command): void {
  importing
    .command('ecfr <files...>')
    .description('XML of the eCFR (GPO bulk data or the eCFR API): a title or any part of one')
    .option(
      '--as-of <date>',
      "the day as of which the files read so, as 2026-01-31; else the file's own day, else today",
    )
    .option('--title <number>', 'the title of the CFR, for files that do not say it')
    .option('--dry-run', 'read, compare and count, write nothing')
    .action((files: string[], options: Options) =>
      performOnGraph(async ({ graph }, { progress }) => {
        const { asOf, title } = checked(options);
        progress.step(`Import ${files.join(', ')}`);
        const { importEcfr } = await import('../import/ecfr/import.ts');
        const summary = await importEcfr(graph.driver, graph.database, {
          files,
          asOf,
          title,
          dryRun: options.dryRun,
          today: new Date().toISOString().slice(0, 10),
          onProgress: ({ file, bytes, part }) => progress.note(`${percent(file, bytes)} ${part}`),
        });
        progress.done(outcome(summary, options.dryRun === true));
        for (const line of described(summary)) progress.say(`  ${line}`);
      }),
    );
}

function checked({ asOf, title }: Options): { asOf: string | undefined; title: number | undefined } {
  if (asOf !== undefined && !isDay(asOf)) {
    throw new UsageError(`--as-of takes ${DAY_FORM}, not "${asOf}"`);
  }
  if (title !== undefined && !/^([1-9]|[1-4]\d|50)$/.test(title)) {
    throw new UsageError(`--title takes the number of a title of the CFR, 1 to 50, not "${title}"`);
  }
  return { asOf, title: title === undefined ? undefined : Number(title) };
}

function percent(file: string, bytes: number): string {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  return size === 0 ? '' : `${Math.min(100, Math.round((100 * bytes) / size))} %`;
}

function outcome({ changed, days, parts, dataVersion }: EcfrSummary, dryRun: boolean): string {
  const what = `${parts} ${parts === 1 ? 'part' : 'parts'} as of ${days.join(', ')}`;
  if (dryRun)
    return `Sound: ${what}. Nothing was written; ${changed ? 'an import would change the graph' : 'it is all there'}.`;
  return changed
    ? `Imported ${what}; data version ${dataVersion}`
    : `${what}: nothing new; data version ${dataVersion}`;
}

function described({ provisions, definitions, citations, versions }: EcfrSummary): string[] {
  const levels = Object.entries(provisions).map(
    ([level, count]) => `${count} ${level.toLowerCase().replace('_', ' ')}`,
  );
  return [
    `provisions: ${levels.join(', ')}`,
    `definitions: ${definitions}`,
    `citations: ${citations.resolved} resolved, ${citations.outside} leading outside, ${citations.dangling} dangling`,
    `versions: ${versions.added} added, ${versions.unchanged} unchanged`,
  ];
}
