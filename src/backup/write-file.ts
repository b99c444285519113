/** Writes a backup: a file that is either whole or does not exist. */
import { createHash } from 'node:crypto';
import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { closeDriver, Graph, type GraphAddress, openDriver } from '../graph/connect.ts';
import { ReadTransaction } from '../graph/read-transaction.ts';
import { GraphVersions } from '../graph/version.ts';
import { BackupError, fileErrorOf } from './errors.ts';
import { type BackupHeader, type BackupTrailer, trailerBytes } from './format.ts';
import { readHeader, readLines } from './read-graph.ts';
import { ValueError } from './value.ts';

/** How to make a backup. */
export interface BackupOptions {
  /** Whether to replace the file if it exists. */
  force?: boolean | undefined;
  /** Whether to include the vectors for search by meaning. */
  vectors?: boolean | undefined;
  /** The number of lines that were written, of all lines. */
  onProgress?: (done: number, total: number) => void;
  /** Called when the graph changed, so that the backup starts over. */
  onRestart?: () => void;
}

/** A backup that was made. */
export interface BackupSummary {
  header: BackupHeader;
  bytes: number;
}

/** A command waits longer than a request does: each statement has two minutes, the whole backup has no limit. */
const BOUNDS = { stepMs: 120_000, totalMs: 0 };
/** How many times a backup starts when the graph changes during it. */
const ATTEMPTS = 3;
const SETTLING_MS = 15_000;
const PAUSE_MS = 100;

/**
 * Writes everything in a graph to a file. The backup contains one state of the graph: if the graph changes meanwhile,
 * the backup starts over. A file of the same name is replaced only when the new one is whole.
 *
 * @throws BackupError EXISTS, NO_FILE, CHANGED; GraphQLError TIMEOUT or DATABASE_UNAVAILABLE
 */
export async function writeBackup(
  address: GraphAddress,
  file: string,
  { force = false, vectors = false, onProgress = () => undefined, onRestart = () => undefined }: BackupOptions = {},
): Promise<BackupSummary> {
  await refuseExisting(file, force);
  const driver = openDriver(address, true);
  const graph = new Graph(driver, address.database);
  const versions = new GraphVersions(driver, address.database);
  const part = `${file}.part`;
  try {
    for (let attempt = 1; ; attempt += 1) {
      const before = await settled(versions);
      const { isWhole, ...summary } = await writeOnce(graph, part, vectors, onProgress);
      if ((await settled(versions)) === before) {
        // A node or relation without a key was left out. Only another program can have written one.
        if (!isWhole) throw new BackupError('INVALID', 'The graph contains nodes or relations without an id.');
        await refuseExisting(file, force);
        await rename(part, file);
        await syncFolder(dirname(file));
        return summary;
      }
      if (attempt === ATTEMPTS) {
        throw new BackupError(
          'CHANGED',
          `The graph changed during each of ${ATTEMPTS} attempts, so no backup was made. Run the command again when no import is running and no other program is writing to the database.`,
        );
      }
      onRestart();
    }
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined);
    if (error instanceof ValueError) throw new BackupError('INVALID', `The graph contains ${error.message}.`);
    throw fileErrorOf(file, 'written', error);
  } finally {
    await closeDriver(driver);
  }
}

async function refuseExisting(file: string, force: boolean): Promise<void> {
  const found = await stat(file).catch(() => null);
  if (found === null || (force && found.isFile())) return;
  throw new BackupError(
    'EXISTS',
    found.isFile()
      ? `The file ${file} already exists. Choose another name, or add --force to replace the file.`
      : `${file} is not a regular file. Specify the file to write, such as glossograph.backup.gz.`,
  );
}

/** The version of the graph once every acknowledged write is visible as a whole: see `GraphVersions`. */
async function settled(versions: GraphVersions): Promise<string> {
  for (const deadline = Date.now() + SETTLING_MS; ; ) {
    const version = await versions.current();
    if (version !== undefined) return version;
    if (Date.now() > deadline)
      throw new BackupError(
        'CHANGED',
        'The graph kept changing, so no backup was made. Run the command again when no import is running.',
      );
    await new Promise((done) => setTimeout(done, PAUSE_MS));
  }
}

async function writeOnce(
  graph: Graph,
  part: string,
  vectors: boolean,
  onProgress: (done: number, total: number) => void,
): Promise<BackupSummary & { isWhole: boolean }> {
  const handle = await open(part, 'w');
  const transaction = await ReadTransaction.begin(graph, BOUNDS).catch(async (error) => {
    await handle.close();
    throw error;
  });
  try {
    const header = await readHeader(transaction, vectors);
    const total = header.relations + Object.values(header.nodes).reduce((sum, count) => sum + count, 0);
    const counted = { nodes: 0, relations: 0 };
    async function* lines() {
      yield `${JSON.stringify(header)}\n`;
      for await (const { nodes, relations, text } of readLines(transaction, vectors)) {
        counted.nodes += nodes;
        counted.relations += relations;
        onProgress(counted.nodes + counted.relations, total);
        yield text;
      }
    }
    const bytes = await writeParts(handle, lines(), counted);
    return { header, bytes, isWhole: counted.nodes + counted.relations === total };
  } finally {
    transaction.end();
    await handle.close();
  }
}

/** Writes both parts of the file and sends them to the disk. Returns the number of bytes. */
async function writeParts(
  handle: FileHandle,
  lines: AsyncIterable<string>,
  counted: Omit<BackupTrailer, 'sha256'>,
): Promise<number> {
  const hash = createHash('sha256');
  let bytes = 0;
  let failure: unknown;
  const write = async (compressed: AsyncIterable<Buffer>) => {
    for await (const chunk of compressed) {
      hash.update(chunk);
      bytes += chunk.length;
      await handle.writeFile(chunk).catch((error) => {
        failure = error; // the pipeline would report only that it was aborted
        throw error;
      });
    }
  };
  await pipeline(Readable.from(lines), createGzip(), write).catch((error) => {
    throw failure ?? error;
  });
  const trailer = trailerBytes({ ...counted, sha256: hash.digest('hex') });
  await handle.writeFile(trailer);
  await handle.sync();
  return bytes + trailer.length;
}

/** Sends the name of a new file to the disk. Some file systems cannot do so for a folder. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
