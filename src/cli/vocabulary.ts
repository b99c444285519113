import type { Command } from 'commander';
import { listVocabularies, type VocabularyStatus } from '../store/vocabularies.ts';
import { performOnGraph } from './command.ts';
import { addVocabularyOptions, type VocabularyOptions } from './vocabulary-options.ts';

/** `glossograph vocabulary`: lists the vocabularies, or changes the settings of one vocabulary. */
export function addVocabulary(program: Command): void {
  const command = program
    .command('vocabulary [key]')
    .description('list the vocabularies, or change the linking setting or the rank of one vocabulary');
  addVocabularyOptions(command);
  command.action((key: string | undefined, { linking, rank }: VocabularyOptions) =>
    performOnGraph(async ({ graph }, { progress }) => {
      if (key !== undefined && (linking !== undefined || rank !== undefined)) {
        progress.step(`Vocabulary ${key}`);
        const { setVocabulary } = await import('../import/vocabulary/settings.ts');
        const started = performance.now();
        const { changed } = await setVocabulary(graph.driver, graph.database, { key, linking, rank });
        const seconds = ((performance.now() - started) / 1_000).toFixed(1);
        progress.done(
          changed ? `Vocabulary ${key} changed; affected texts searched again in ${seconds} s` : 'No changes',
        );
      }
      const all = await listVocabularies(graph.driver, graph.database);
      process.stdout.write(tableOf(key === undefined ? all : all.filter((one) => one.key === key)));
    }),
  );
}

/** Returns one line for each vocabulary, ordered by rank. */
export function tableOf(vocabularies: readonly VocabularyStatus[]): string {
  const lines = vocabularies.map(({ key, name, linking, rank, terms }) =>
    `  ${key.padEnd(24)}${String(terms).padStart(9)} terms  rank ${String(rank).padStart(3)}  ${linking.padEnd(10)}  ${name}`.trimEnd(),
  );
  return lines.map((line) => `${line}\n`).join('');
}
