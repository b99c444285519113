import { basename } from 'node:path';
import type { Command } from 'commander';
import { readRecords } from '../export/read-file.ts';
import { writeLinked } from '../link/link.ts';
import { performOnGraph } from './command.ts';
import { addImportEcfr } from './import-ecfr.ts';
import { addImportFhir } from './import-fhir.ts';
import { addImportGlossary } from './import-glossary.ts';
import { addImportUscdi } from './import-uscdi.ts';

/** `glossograph import`: one subcommand for each kind of file. Importers are loaded by those who import. */
export function addImport(program: Command): void {
  const importing = program
    .command('import')
    .description('read files into the graph: one subcommand for each kind of file');
  addImportEcfr(importing);
  addImportFhir(importing);
  addImportUscdi(importing);
  addImportGlossary(importing);
  importing
    .command('graph <files...>')
    .description('what `glossograph export` writes: JSON Lines, graphology, Turtle')
    .option('--dry-run', 'read and check, write nothing')
    .action((files: string[], { dryRun }: { dryRun?: boolean }) =>
      performOnGraph(async ({ graph }, { progress }) => {
        for (const file of files) {
          progress.step(`Import ${file}`);
          const records = await readRecords(file);
          const what = `${records.entities.length} entities, ${records.relations.length} relations`;
          if (dryRun) {
            progress.done(`${file} is sound: ${what}. Nothing was written.`);
            continue;
          }
          const { changed, dataVersion } = await writeLinked(graph.driver, graph.database, {
            origin: `graph:${basename(file)}`,
            records,
            onProgress: ({ done, total }) => progress.note(`${done} of ${total}`),
          });
          progress.done(changed ? `Imported ${file}: ${what}; data version ${dataVersion}` : `${file}: nothing new`);
        }
      }),
    );
}
