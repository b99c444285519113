import { type Command, Option } from 'commander';
import { FORMATS, type GlossaryFormat } from '../import/glossary/read/shape.ts';
import type { GlossarySummary } from '../import/glossary/summary.ts';
import { NOT_LINKED } from '../link/plain-english.ts';
import { addImportAction, type ImportOptions, noteRows } from './import-command.ts';
import { addVocabularyOptions, type VocabularyOptions } from './vocabulary-options.ts';

interface Options extends ImportOptions, VocabularyOptions {
  format?: GlossaryFormat;
  vocabulary?: string;
}

/** `glossograph import glossary`: imports terms with definitions, aliases, and sources. */
export function addImportGlossary(importing: Command): void {
  const command = importing
    .command('glossary <files...>')
    .description(
      'import glossaries in JSON, CSV, SKOS (Turtle or JSON-LD), or FHIR CodeSystem format, or as abbreviation lines such as *[EHR]: Electronic Health Record',
    )
    .addOption(
      new Option(
        '--format <name>',
        'the format of the files (default: detected from the file name and content)',
      ).choices(FORMATS),
    );
  command.option(
    '--vocabulary <key>',
    'the key of the vocabulary to which the terms belong (default: the name of each file without its extension)',
  );
  addVocabularyOptions(command);
  addImportAction<Options>(command, async function* ({ graph }, files, { dryRun, ...options }, progress) {
    const { importGlossaries } = await import('../import/glossary/import.ts');
    const request = { files, ...options, dryRun, onProgress: noteRows(progress) };
    for (const summary of await importGlossaries(graph.driver, graph.database, request)) {
      const what = `${summary.file} (${summary.format}): ${summary.terms} terms in the vocabulary "${summary.vocabulary}"`;
      yield { ...summary, what, lines: described(summary) };
    }
  });
}

/** The counts, then one line for each merge, ambiguous alias, unlinked name, and omission that a person should check. */
function described(summary: GlossarySummary): string[] {
  const { entries, terms, defined, definitions, aliases, joinedAliases, relations, sources } = summary;
  const { merges, ambiguous, notLinked, leftOut } = summary;
  return [
    `entries: ${entries}; terms: ${terms}, ${defined} with a definition`,
    `definitions: ${definitions}, from ${sources} named sources`,
    `aliases: ${aliases}, ${joinedAliases} already in the graph; relations between terms: ${relations}`,
    `merged: ${merges.length}; ambiguous aliases: ${ambiguous.length}; names that are not linked: ${notLinked.length}; notes: ${leftOut.length}`,
    ...merges.map(({ name, id, into, by }) => `merged by ${by}: "${name}" with "${into}" (${id})`),
    ...ambiguous.map(({ alias, denotes }) => `ambiguous: "${alias}" (${denotes.join(', ')})`),
    ...notLinked.map(({ name, reason }) => `not linked: "${name}", because ${NOT_LINKED[reason]}`),
    ...leftOut.map((one) => `note: ${one}`),
  ];
}
