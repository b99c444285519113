import type { Command } from 'commander';
import { counts, dataVersion } from '../store/status.ts';
import { listVocabularies } from '../store/vocabularies.ts';
import { performOnGraph } from './command.ts';
import { tableOf } from './vocabulary.ts';

/** `glossograph status` */
export function addStatus(program: Command): void {
  program
    .command('status')
    .description(
      'list the vocabularies, count the entities and relations of each kind, and show the address of the Neo4j server',
    )
    .option('--json', 'print JSON, including the credentials for the local Neo4j server')
    .action(({ json }: { json?: boolean }) =>
      performOnGraph(
        async ({ graph, neo4j }) => {
          const { entities, relations } = await counts(graph.driver, graph.database);
          const version = await dataVersion(graph.driver, graph.database);
          const vocabularies = await listVocabularies(graph.driver, graph.database);
          if (json) {
            process.stdout.write(
              `${JSON.stringify({ neo4j, dataVersion: version, vocabularies, entities, relations }, null, 2)}\n`,
            );
            return;
          }
          const table = (of: Record<string, number>) =>
            Object.entries(of)
              .map(([name, count]) => `  ${name.padEnd(16)}${String(count).padStart(9)}`)
              .join('\n');
          process.stdout.write(
            `Neo4j ${neo4j.version} at ${neo4j.uri}${neo4j.local ? ' (local)' : ''}\nData version ${version}\n\nVocabularies\n${tableOf(vocabularies)}\nEntities\n${table(entities)}\n\nRelations\n${table(relations)}\n`,
          );
        },
        { isOldFormFine: true },
      ),
    );
}
