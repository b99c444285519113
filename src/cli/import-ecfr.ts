import { statSync } from 'node:fs';
import type { Command } from 'commander';
import type { EcfrRequest } from '../import/ecfr/import.ts';
import type { EcfrSummary } from '../import/ecfr/summary.ts';
import { DAY_FORM, isDay, today } from '../model/day.ts';
import { UsageError } from './command.ts';
import { addImportAction, type ImportOptions } from './import-command.ts';

interface Options extends ImportOptions {
  asOf?: string;
  title?: string;
  complete?: boolean;
}

/** `glossograph import ecfr`: imports the official text of the Code of Federal Regulations. */
export function addImportEcfr(importing: Command): void {
  const command = importing
    .command('ecfr <files...>')
    .description('import eCFR XML from GPO bulk data or the eCFR API: a whole title or any division of a title')
    .option('--as-of <date>', 'a date on which the text was in force, such as 2026-01-31 (default: today, UTC)')
    .option('--title <number>', 'the CFR title, such as 45, for files that do not specify their title')
    .option(
      '--complete',
      'declare that the files contain every section of each part, which is always true of a file for a whole title',
    );
  addImportAction<Options>(command, async function* ({ graph }, files, options, progress) {
    const { importEcfr } = await import('../import/ecfr/import.ts');
    const summary = await importEcfr(graph.driver, graph.database, {
      ...{ files, ...checked(options), dryRun: options.dryRun, yes: options.yes },
      today: today(),
      onProgress: ({ file, bytes, part }) => progress.note(`${percent(file, bytes)} ${part}`),
    });
    const { parts, days, datedToday } = summary;
    const as = `as of ${days.join(', ')}${datedToday ? ' (today, UTC)' : ''}`;
    const what = `${parts} ${parts === 1 ? 'part' : 'parts'} ${as}`;
    yield { ...summary, what, lines: described(summary) };
  });
}

function checked({ asOf, title, complete }: Options): Pick<EcfrRequest, 'asOf' | 'title' | 'complete'> {
  if (asOf !== undefined && !isDay(asOf)) {
    throw new UsageError(`--as-of: must be ${DAY_FORM}, not "${asOf}"`);
  }
  if (title !== undefined && !/^([1-9]|[1-4]\d|50)$/.test(title)) {
    throw new UsageError(`--title: must be the number of a CFR title, from 1 to 50, not "${title}"`);
  }
  return { asOf, title: title === undefined ? undefined : Number(title), complete };
}

function percent(file: string, bytes: number): string {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  return size === 0 ? '' : `${Math.min(100, Math.round((100 * bytes) / size))}%`;
}

function described(summary: EcfrSummary): string[] {
  const { provisions, definitions, citations, waiting, datedToday, amendedOn, faults } = summary;
  const levels = Object.entries(provisions).map(
    ([level, count]) => `${count} ${level.toLowerCase().replace('_', ' ')}`,
  );
  return [
    `provisions: ${levels.join(', ')}`,
    `definitions: ${definitions}`,
    `citations: ${citations.inFiles} to provisions in the files, ${citations.outside} to other provisions, ${citations.statutes} to statutes and other documents, ${citations.dangling} to provisions that do not exist`,
    ...waiting.map((sentence) => `waiting: ${sentence}`),
    ...(datedToday ? [datedTodayNote(amendedOn)] : []),
    ...faults.map((fault) => `error in the text: ${fault}`),
  ];
}

function datedTodayNote(amendedOn: readonly string[]): string {
  const changed =
    amendedOn.length === 0
      ? ''
      : ` The files state only the date on which their text last changed: ${amendedOn.join(', ')}.`;
  return `date: today (UTC), because --as-of is not set.${changed}`;
}
