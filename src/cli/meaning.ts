import type { Command } from 'commander';
import type { Graph } from '../graph/connect.ts';
import type { StateLog } from '../graph/heartbeat.ts';
import type { MeaningSummary } from '../meaning/refresh.ts';
import { performOnGraph, type Tools } from './command.ts';
import type { Progress } from './progress.ts';

/** `glossograph meaning` */
export function addMeaning(program: Command): void {
  program
    .command('meaning')
    .description(
      'compute the vectors for search by meaning for all texts that have changed; the first run downloads the language model (the server also computes these vectors after it starts; each import computes them if the model has been downloaded)',
    )
    .action(() => performOnGraph(({ graph }, tools) => makeMeaning(graph, tools, { download: true })));
}

/**
 * Computes the vectors of all changed texts and shows the progress. Does nothing if search by meaning is off.
 *
 * @param download downloads the model if it is missing; without this function, a missing model ends the work without a
 * message
 * @throws MeaningUnavailableError if `download` is set and there is no model
 */
export async function makeMeaning(
  graph: Graph,
  { config, progress }: Tools,
  { download }: { download: boolean },
): Promise<void> {
  if (!config.MEANING) return;
  const { ensureModel, findModel } = await import('../meaning/model.ts');
  const files = download
    ? await ensureModel(config.GLOSSOGRAPH_DATA, progress.note)
    : await findModel(config.GLOSSOGRAPH_DATA);
  if (files === null) return;
  progress.step('Search by meaning');
  const [{ loadEmbedder }, { refreshMeaning }] = await Promise.all([
    import('../meaning/embedder.ts'),
    import('../meaning/refresh.ts'),
  ]);
  const started = performance.now();
  const summary = await refreshMeaning(graph.driver, graph.database, await loadEmbedder(files), {
    onProgress: ({ done, total }) => progress.note(`${done} of ${total} passages`),
  });
  const seconds = Math.round((performance.now() - started) / 1_000);
  progress.done(`Search by meaning: ${inWords(summary)}; ${seconds} s`);
}

/**
 * Starts search by meaning for a server: loads the model, computes the vectors of changed texts, and then converts
 * questions to vectors. Never throws. Without a model, search compares only words, and the log states the reason.
 */
export async function serveMeaning(
  graph: Graph,
  { config }: Pick<Tools, 'config'>,
  log: StateLog,
  signal: AbortSignal,
): Promise<void> {
  if (!config.MEANING) return;
  try {
    const [{ ensureModel }, { loadEmbedder }, { refreshMeaning }, { questionsOf }] = await Promise.all([
      import('../meaning/model.ts'),
      import('../meaning/embedder.ts'),
      import('../meaning/refresh.ts'),
      import('../meaning/of-graph.ts'),
    ]);
    const files = await ensureModel(config.GLOSSOGRAPH_DATA, (what) => log.info(`search by meaning: ${what}`));
    if (signal.aborted) return;
    const embedder = await loadEmbedder(files);
    questionsOf(graph).use(embedder);
    const summary = await refreshMeaning(graph.driver, graph.database, embedder, { signal });
    if (!signal.aborted) log.info(`search by meaning: ${inWords(summary)}`);
  } catch (error) {
    if (signal.aborted) return;
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    log.error(`search by meaning is not available, so search compares only words: ${reason}`);
  }
}

const inWords = ({ made, forgotten, isWhole }: MeaningSummary): string =>
  [
    `${made} passages processed`,
    ...(forgotten > 0 ? [`vectors for ${forgotten} entities removed`] : []),
    ...(isWhole ? [] : ['remaining passages skipped because the graph is too large']),
  ].join(', ');

/**
 * Computes vectors after an import (see `makeMeaning`). The import is already committed, so a failure here does not
 * make the import fail.
 */
export async function meaningAfterImport(graph: Graph, tools: Tools): Promise<void> {
  const { progress } = tools as { progress: Progress };
  try {
    await makeMeaning(graph, tools, { download: false });
  } catch (error) {
    progress.say(`Search by meaning is not up to date: ${error instanceof Error ? error.message : String(error)}`);
  }
}
