import type { Command } from 'commander';
import { addImportAction, noteRows } from './import-command.ts';

/**
 * `glossograph import rules`: imports Federal Register documents and the relations to what they amend, propose,
 * finalize, and correct.
 */
export function addImportRules(importing: Command): void {
  const command = importing
    .command('rules <file>')
    .description(
      'import Federal Register documents from a CSV file or from a JSON response from the Federal Register API',
    );
  addImportAction(command, async function* ({ graph }, [file = ''], { dryRun, yes }, progress) {
    const { importRules } = await import('../import/rules/import.ts');
    const { documents, amendments, proposals, leftOut, ...outcome } = await importRules(graph.driver, graph.database, {
      ...{ file, dryRun, yes },
      onProgress: noteRows(progress),
    });
    const what = `${documents} documents, which amend ${amendments} provisions and propose to amend ${proposals}`;
    const lines = leftOut.length > 0 ? [`not imported: ${leftOut.length}`, ...leftOut.map((line) => `  ${line}`)] : [];
    yield { ...outcome, what, lines };
  });
}
