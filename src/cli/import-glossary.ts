import { type Command, Option } from 'commander';
import type { GlossarySummary } from '../import/glossary/import.ts';
import { FORMATS, type Format } from '../import/glossary/shape.ts';
import { performOnGraph } from './command.ts';

interface Options {
  format?: Format;
  dryRun?: boolean;
}

/** `glossograph import glossary`: terms with definitions, other names and sources. */
export function addImportGlossary(importing: Command): void {
  importing
    .command('glossary <files...>')
    .description('glossaries: JSON, CSV, SKOS (Turtle, JSON-LD), FHIR CodeSystem, *[ABBR]: expansion')
    .addOption(new Option('--format <name>', 'what the files are, where their names do not tell').choices(FORMATS))
    .option('--dry-run', 'read, compare and count, write nothing')
    .action((files: string[], { format, dryRun = false }: Options) =>
      performOnGraph(async ({ graph }, { progress }) => {
        progress.step(`Import ${files.join(', ')}`);
        const { importGlossaries } = await import('../import/glossary/import.ts');
        const summaries = await importGlossaries(graph.driver, graph.database, {
          ...{ files, format, dryRun },
          onProgress: ({ file, done, total }) => progress.note(`${file}: ${done} of ${total}`),
        });
        for (const summary of summaries) {
          progress.done(outcome(summary, dryRun));
          for (const line of described(summary)) progress.say(`  ${line}`);
        }
      }),
    );
}

function outcome({ file, format, terms, changed, dataVersion }: GlossarySummary, dryRun: boolean): string {
  const what = `${file} (${format}): ${terms} terms`;
  if (dryRun) {
    return `${what}. Nothing was written; ${changed ? 'an import would change the graph' : 'it is all there'}.`;
  }
  return changed
    ? `Imported ${what}; data version ${dataVersion}`
    : `${what}: nothing new; data version ${dataVersion}`;
}

/** The counts, and then line by line what a person should look at: merges, names of several things, what was left out. */
function described(summary: GlossarySummary): string[] {
  const { entries, terms, defined, definitions, aliases, joinedAliases, relations, sources } = summary;
  const { merges, ambiguous, leftOut } = summary;
  return [
    `entries: ${entries}, becoming ${terms} terms, ${defined} of them with a definition`,
    `definitions: ${definitions}, from ${sources} named sources`,
    `aliases: ${aliases}, ${joinedAliases} of them known before; relations between terms: ${relations}`,
    `merged: ${merges.length}; names of several terms: ${ambiguous.length}; left out: ${leftOut.length}`,
    ...merges.map(({ name, id, into, by }) => `merged by ${by}: "${name}" with "${into}" (${id})`),
    ...ambiguous.map(({ alias, denotes }) => `of several terms: "${alias}": ${denotes.join(', ')}`),
    ...leftOut.map((one) => `left out: ${one}`),
  ];
}
