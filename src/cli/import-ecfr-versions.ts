import type { Command } from 'commander';
import { addImportAction } from './import-command.ts';

/** `glossograph import ecfr-versions`: imports the dates on which sections of the CFR were amended. */
export function addImportEcfrVersions(importing: Command): void {
  const command = importing
    .command('ecfr-versions <file>')
    .description(
      'import the dates on which sections were amended; the file must contain a JSON response from the eCFR versions service',
    );
  addImportAction(command, async function* ({ graph }, [file = ''], { dryRun, yes }) {
    const { importVersions } = await import('../import/versions/import.ts');
    const { parts, sections, amendments, leftOut, ...outcome } = await importVersions(graph.driver, graph.database, {
      ...{ file, dryRun, yes },
    });
    const what = `${amendments} amendments to ${sections} sections in ${parts} parts`;
    const lines = leftOut.length > 0 ? [`not imported: ${leftOut.length}`, ...leftOut.map((line) => `  ${line}`)] : [];
    yield { ...outcome, what, lines };
  });
}
