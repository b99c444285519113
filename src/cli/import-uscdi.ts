import type { Command } from 'commander';
import type { UscdiSummary } from '../import/uscdi/import.ts';
import type { Miss, Share } from '../import/uscdi/join.ts';
import { performOnGraph, UsageError } from './command.ts';

interface Options {
  version: string;
  guide?: string;
  dryRun?: boolean;
}

/** `glossograph import uscdi`: data classes and elements, from the tables that come with US Core. */
export function addImportUscdi(importing: Command): void {
  importing
    .command('uscdi <file>')
    .description('CSV of data classes and elements of USCDI, with the profiles and paths that carry them')
    .requiredOption('--version <version>', 'the version of USCDI, as v3 or v3.1')
    .option('--guide <key>', 'the version of the guide to whose profiles the table leads, as us-core/6.1.0')
    .option('--dry-run', 'read, compare and count, write nothing')
    .action((file: string, options: Options) =>
      performOnGraph(async ({ graph }, { progress }) => {
        const { version, guide, dryRun } = checked(options);
        progress.step(`Import ${file}`);
        const { importUscdi } = await import('../import/uscdi/import.ts');
        const summary = await importUscdi(graph.driver, graph.database, {
          file,
          version,
          guide,
          dryRun,
          onProgress: ({ done, total }) => progress.note(`${done} of ${total}`),
        });
        progress.done(outcome(summary, version, dryRun === true));
        for (const line of described(summary, guide)) progress.say(`  ${line}`);
      }),
    );
}

function checked(options: Options): Options {
  const { version, guide } = options;
  if (!/^v[1-9](\.[1-9]\d?)?$/.test(version)) {
    throw new UsageError(`--version takes a version of USCDI, v1 to v9, or an erratum as v3.1, not "${version}"`);
  }
  if (guide !== undefined && !/^[\w.-]+\/\d[\w.-]*$/.test(guide)) {
    throw new UsageError(`--guide takes a guide and its version, as us-core/6.1.0, not "${guide}"`);
  }
  return options;
}

function outcome({ changed, classes, elements, dataVersion }: UscdiSummary, version: string, dryRun: boolean): string {
  const what = `USCDI ${version}: ${classes} data classes, ${elements} data elements`;
  if (dryRun) {
    return `Sound: ${what}. Nothing was written; ${changed ? 'an import would change the graph' : 'it is all there'}.`;
  }
  return changed
    ? `Imported ${what}; data version ${dataVersion}`
    : `${what}: nothing new; data version ${dataVersion}`;
}

function described({ guide, fhir, profiles, paths, misses, unread }: UscdiSummary, key: string | undefined): string[] {
  const lines: string[] = [];
  if (guide === 'unnamed') {
    lines.push(
      'Nothing could be joined: no guide was named. Import it, and run this again with --guide, as us-core/6.1.0',
    );
  } else if (guide === 'absent') {
    lines.push(
      `Nothing could be joined: the profiles of ${key} are not in the graph. Import the guide, and run this again`,
    );
  } else {
    lines.push(`fhir_path: ${share(paths)} joined`, `profiles and extensions: ${share(profiles)} joined`);
    if (fhir.length === 0)
      lines.push('FHIR is not in the graph: import it and run this again, to join its own elements');
    if (misses.length > 0) lines.push(`not joined, and kept as text: ${misses.length}`, ...misses.map(explained));
  }
  if (unread.length > 0) lines.push(`columns not read: ${unread.join(', ')}`);
  return lines;
}

const share = ({ joined, total }: Share): string =>
  `${joined} of ${total}${total > 0 ? ` (${((100 * joined) / total).toFixed(1)} %)` : ''}`;

const explained = ({ row, column, text, reason }: Miss): string =>
  `  row ${row}, column ${column}: "${text}": ${reason}`;
