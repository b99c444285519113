import { basename } from 'node:path';
import type { Command } from 'commander';
import { ORIGINS, originOf } from '../model/origins.ts';
import { addImportAction, noteRows } from './import-command.ts';

/** `glossograph import graph`: imports the files that `glossograph export` writes. */
export function addImportGraph(importing: Command): void {
  const command = importing
    .command('graph <files...>')
    .description('import files that `glossograph export` wrote in JSON Lines, graphology, or Turtle format');
  addImportAction(command, async function* ({ graph }, files, { dryRun, yes }, progress) {
    const [{ readRecords }, { importRecords }] = await Promise.all([
      import('../export/read-file.ts'),
      import('../import/graph/import.ts'),
    ]);
    for (const file of files) {
      const records = await readRecords(file);
      const { changed, dataVersion } = await importRecords(graph.driver, graph.database, {
        ...{ origin: originOf(ORIGINS.graph, basename(file)), records, dryRun, yes },
        onProgress: noteRows(progress),
      });
      const what = `${file}: ${records.entities.length} entities, ${records.relations.length} relations`;
      yield { what, changed, dataVersion };
    }
  });
}
