import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import type { Graph } from '../graph/connect.ts';
import { today } from '../model/day.ts';
import { formatRemark, ImportError } from '../store/errors.ts';
import { PACKAGE_ROOT } from '../version.ts';
import { perform, performOnGraph } from './command.ts';
import { createYes } from './import-command.ts';
import { meaningAfterImport } from './meaning.ts';
import type { Progress } from './progress.ts';

/** The seed that ships with Glossograph. */
const SEED_FOLDER = fileURLToPath(new URL('seed/', PACKAGE_ROOT));

/** `glossograph seed` */
export function addSeed(program: Command): void {
  program
    .command('seed')
    .description(
      'load a seed folder: by default, the glossary that ships with Glossograph, or any other folder in the same format; the new seed replaces the previous one',
    )
    .option('--dir <folder>', 'the folder to load', SEED_FOLDER)
    .option('--check', 'check the folder without loading it, and report each error with its file and line')
    .addOption(createYes())
    .action(({ dir, check, yes }: { dir: string; check?: boolean; yes?: boolean }) =>
      check
        ? perform(async ({ progress }) => checkOnly(dir, progress))
        : performOnGraph(async ({ graph }, tools) => {
            await putSeed(graph, tools.progress, { dir, yes });
            await meaningAfterImport(graph, tools);
          }),
    );
}

/**
 * Loads a seed.
 *
 * @throws ImportError with every error in the seed; in this case, nothing is written
 */
export async function putSeed(
  graph: Graph,
  progress: Progress,
  { dir = SEED_FOLDER, yes }: { dir?: string; yes?: boolean | undefined } = {},
): Promise<void> {
  progress.step('Loading the seed');
  const [{ checkSeed }, { importSeed }] = await loaded();
  const { records, faults, counts } = await checkSeed(dir);
  if (faults.length > 0) throw new ImportError(faults);
  const { changed, dataVersion } = await importSeed(graph.driver, graph.database, records, {
    yes,
    onProgress: ({ done, total }) => progress.note(`${done} of ${total}`),
  });
  const what = `${counts.entities} entities, ${counts.relations} relations`;
  progress.done(changed ? `Seed loaded: ${what}; data version ${dataVersion}` : `Seed: no changes (${what})`);
}

/** Loads the code that reads and writes seeds only when it is needed. */
const loaded = () => Promise.all([import('../import/seed/index.ts'), import('../import/seed/import.ts')]);

async function checkOnly(dir: string, progress: Progress): Promise<void> {
  const [{ checkSeed }] = await loaded();
  const { faults, notes, counts } = await checkSeed(dir, today());
  for (const note of notes) progress.say(`note: ${formatRemark(note)}`);
  if (faults.length > 0) throw new ImportError(faults);
  progress.say(
    `The seed is valid: ${counts.entities} entities, ${counts.relations} relations, ${counts.sources} sources.`,
  );
}
