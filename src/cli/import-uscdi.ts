import type { Command } from 'commander';
import type { UscdiSummary } from '../import/uscdi/import.ts';
import type { JoinMiss, JoinShare } from '../import/uscdi/join.ts';
import { UsageError } from './command.ts';
import { addImportAction, type ImportOptions, noteRows } from './import-command.ts';

interface Options extends ImportOptions {
  version: string;
  guide?: string;
}

/** `glossograph import uscdi`: imports data classes and data elements from the tables that US Core publishes. */
export function addImportUscdi(importing: Command): void {
  const command = importing
    .command('uscdi <file>')
    .description(
      'import a USCDI table in CSV format, which lists data classes and data elements with their profiles and paths',
    )
    .requiredOption('--version <version>', 'the USCDI version, such as v3 or v3.1')
    .option(
      '--guide <key>',
      'the version of the implementation guide that contains the profiles in the table, such as us-core/6.1.0',
    );
  addImportAction<Options>(command, async function* ({ graph }, [file = ''], options, progress) {
    const { version, guide, dryRun, yes } = checked(options);
    const { importUscdi } = await import('../import/uscdi/import.ts');
    const summary = await importUscdi(graph.driver, graph.database, {
      ...{ file, version, guide, dryRun, yes },
      onProgress: noteRows(progress),
    });
    const what = `USCDI ${version}: ${summary.classes} data classes, ${summary.elements} data elements`;
    yield { ...summary, what, lines: described(summary, guide) };
  });
}

function checked(options: Options): Options {
  const { version, guide } = options;
  if (!/^v[1-9](\.[1-9]\d?)?$/.test(version)) {
    throw new UsageError(
      `--version: must be a USCDI version from v1 to v9, optionally with an erratum number, such as v3 or v3.1, not "${version}"`,
    );
  }
  if (guide !== undefined && !/^[\w.-]+\/\d[\w.-]*$/.test(guide)) {
    throw new UsageError(
      `--guide: must be an implementation guide and its version, such as us-core/6.1.0, not "${guide}"`,
    );
  }
  return options;
}

function described({ guide, fhir, profiles, paths, misses, unread }: UscdiSummary, key: string | undefined): string[] {
  const lines: string[] = [];
  if (guide === 'unnamed') {
    lines.push(
      'No profiles or paths were matched, because no implementation guide was specified. Import a guide, and then run this command again with --guide, for example --guide us-core/6.1.0.',
    );
  } else if (guide === 'absent') {
    lines.push(
      `No profiles or paths were matched, because the profiles of ${key} are not in the graph. Import the guide, and then run this command again.`,
    );
  } else {
    lines.push(`fhir_path: ${share(paths)} matched`, `profiles and extensions: ${share(profiles)} matched`);
    if (fhir.length === 0)
      lines.push('FHIR is not in the graph. To match FHIR elements, import FHIR, and then run this command again.');
    if (misses.length > 0) lines.push(`not matched (kept as text): ${misses.length}`, ...misses.map(explained));
  }
  if (unread.length > 0) lines.push(`ignored columns: ${unread.join(', ')}`);
  return lines;
}

const share = ({ joined, total }: JoinShare): string =>
  `${joined} of ${total}${total > 0 ? ` (${((100 * joined) / total).toFixed(1)}%)` : ''}`;

const explained = ({ row, column, text, reason }: JoinMiss): string =>
  `  row ${row}, column ${column}: "${text}": ${reason}`;
