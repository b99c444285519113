import type { Command } from 'commander';
import type { UscdiSummary } from '../import/uscdi/import.ts';
import type { JoinMiss, JoinShare } from '../import/uscdi/join.ts';
import { UsageError } from './command.ts';
import { addImportAction, type ImportOptions, noteRows } from './import-command.ts';

interface Options extends ImportOptions {
  version: string;
  guide?: string;
}

/** `glossograph import uscdi`: data classes and elements, from the tables that come with US Core. */
export function addImportUscdi(importing: Command): void {
  const command = importing
    .command('uscdi <file>')
    .description('CSV of data classes and elements of USCDI, with the profiles and paths that carry them')
    .requiredOption('--version <version>', 'the version of USCDI, as v3 or v3.1')
    .option('--guide <key>', 'the version of the guide to whose profiles the table leads, as us-core/6.1.0');
  addImportAction<Options>(command, async function* ({ graph }, [file = ''], options, progress) {
    const { version, guide, dryRun } = checked(options);
    const { importUscdi } = await import('../import/uscdi/import.ts');
    const summary = await importUscdi(graph.driver, graph.database, {
      ...{ file, version, guide, dryRun },
      onProgress: noteRows(progress),
    });
    const what = `USCDI ${version}: ${summary.classes} data classes, ${summary.elements} data elements`;
    yield { ...summary, what, lines: described(summary, guide) };
  });
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

const share = ({ joined, total }: JoinShare): string =>
  `${joined} of ${total}${total > 0 ? ` (${((100 * joined) / total).toFixed(1)} %)` : ''}`;

const explained = ({ row, column, text, reason }: JoinMiss): string =>
  `  row ${row}, column ${column}: "${text}": ${reason}`;
