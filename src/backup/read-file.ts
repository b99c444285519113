/** Reads a backup file and checks everything in it: every byte, and then every line. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Migration } from '../graph/migrate.ts';
import { BackupError, fileErrorOf } from './errors.ts';
import {
  BACKUP_FORMAT,
  BACKUP_VERSION,
  BackupHeader,
  type BackupTrailer,
  jsonOf,
  parseTrailer,
  TRAILER_BYTES,
} from './format.ts';
import { type BackupLine, LineChecks } from './lines.ts';

const NEWLINE = 0x0a;
/** A header has a few kilobytes. A file that is no backup may have no line at all. */
const MOST_HEADER_BYTES = 1 << 20;

/** A backup file whose bytes are unchanged since it was written. */
export interface BackupFile {
  header: BackupHeader;
  trailer: BackupTrailer;
  /** The size of the file. */
  bytes: number;
  /** Reads all lines after the header, several at a time. Throws BackupError INVALID or DAMAGED. */
  lines(): AsyncGenerator<BackupLine[]>;
}

/**
 * Opens a backup: checks its form, its version, and its checksum.
 *
 * @throws BackupError NO_FILE, NOT_A_BACKUP, VERSION, DAMAGED, INVALID
 */
export async function openBackup(file: string): Promise<BackupFile> {
  try {
    return await opened(file);
  } catch (error) {
    throw fileErrorOf(file, 'read', error);
  }
}

/**
 * Verifies a whole backup, as a restore does before it writes anything.
 *
 * @param known the migrations of this version of Glossograph
 * @throws BackupError with the first error
 */
export async function verifyBackup(
  file: string,
  known: readonly Migration[],
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<BackupFile> {
  const backup = await openBackup(file);
  refuseNewer(backup.header, known);
  const total = backup.trailer.nodes + backup.trailer.relations;
  let done = 0;
  for await (const lines of backup.lines()) {
    done += lines.length;
    onProgress(done, total);
  }
  return backup;
}

async function opened(file: string): Promise<BackupFile> {
  const handle = await open(file, 'r');
  try {
    const found = await handle.stat();
    if (!found.isFile()) throw new BackupError('NO_FILE', `${file} is not a regular file.`);
    const trailer = await trailerOf(handle, found.size);
    const end = found.size - TRAILER_BYTES;
    if (trailer !== null && (await hashOf(file, end)) !== trailer.sha256)
      throw damaged(file, 'its content does not match its checksum');
    // Before the trailer is required: a later version of the format may have another one.
    const header = headerOf(file, await firstLine(file, end));
    if (trailer === null)
      throw damaged(file, 'its end is missing or damaged; the file may have been truncated or extended');
    const checked = BackupHeader.safeParse(header);
    if (!checked.success) {
      const [issue] = checked.error.issues;
      throw new BackupError(
        'INVALID',
        `The header of the backup ${file} is invalid at ${issue?.path.join('.')}: ${issue?.message}.`,
      );
    }
    return {
      header: checked.data,
      trailer,
      bytes: found.size,
      lines: () => linesOf(file, end, checked.data, trailer),
    };
  } finally {
    await handle.close();
  }
}

const damaged = (file: string, what: string) =>
  new BackupError('DAMAGED', `The backup ${file} is damaged: ${what}. Nothing was changed. Use another backup.`);

/** The header, whose format and version must be known before anything else in the file has a meaning. */
function headerOf(file: string, line: string | null): unknown {
  const header = line === null ? undefined : jsonOf(line);
  const { format, version } = Object(header);
  if (format !== BACKUP_FORMAT)
    throw new BackupError(
      'NOT_A_BACKUP',
      `${file} is not a Glossograph backup, or its beginning is damaged. Specify a file that \`glossograph backup\` wrote.`,
    );
  if (version !== BACKUP_VERSION) {
    throw new BackupError(
      'VERSION',
      `The backup ${file} has format version ${JSON.stringify(version)?.slice(0, 20)}, but this version of Glossograph reads format version ${BACKUP_VERSION}. Update Glossograph.`,
    );
  }
  return header;
}

/** Refuses a backup with a migration that this version does not have, or has in another form. */
function refuseNewer({ migrations, glossograph }: BackupHeader, known: readonly Migration[]): void {
  for (const { number, name, sha256 } of migrations) {
    if (known.some((one) => one.number === number && one.sha256 === sha256)) continue;
    throw new BackupError(
      'VERSION',
      `The backup was made by Glossograph ${glossograph}, whose database has the migration ${name}. This version of Glossograph does not have this migration. Update Glossograph.`,
    );
  }
}

/** The first line of the first part. Null if the part has no whole line. */
async function firstLine(file: string, end: number): Promise<string | null> {
  if (end <= 0) return null;
  const pieces: Buffer[] = [];
  let length = 0;
  const compressed = createReadStream(file, { end: end - 1 });
  try {
    for await (const chunk of unzipped(compressed)) {
      const at = chunk.indexOf(NEWLINE);
      pieces.push(at === -1 ? chunk : chunk.subarray(0, at));
      length += chunk.length;
      if (at !== -1) return Buffer.concat(pieces).toString('utf8');
      if (length > MOST_HEADER_BYTES) return null;
    }
    return null;
  } catch (error) {
    if (isZlibError(error)) return null;
    throw error;
  } finally {
    compressed.destroy();
  }
}

async function trailerOf(handle: FileHandle, size: number): Promise<BackupTrailer | null> {
  if (size <= TRAILER_BYTES) return null;
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(TRAILER_BYTES), 0, TRAILER_BYTES, size - TRAILER_BYTES);
  return bytesRead === TRAILER_BYTES ? parseTrailer(buffer) : null;
}

async function hashOf(file: string, end: number): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file, { end: end - 1 })) hash.update(chunk);
  return hash.digest('hex');
}

/** Parses and checks the lines after the header. The checksum is computed again, because the file may change meanwhile. */
async function* linesOf(
  file: string,
  end: number,
  header: BackupHeader,
  trailer: BackupTrailer,
): AsyncGenerator<BackupLine[]> {
  const checks = new LineChecks(header);
  const hash = createHash('sha256');
  const compressed = createReadStream(file, { end: end - 1 });
  compressed.on('data', (chunk) => hash.update(chunk));
  let number = 0;
  try {
    for await (const texts of textsOf(unzipped(compressed))) {
      const first = number;
      number += texts.length;
      const lines = texts.map((text, i) => (first + i === 0 ? null : checks.check(text, first + i + 1)));
      yield lines.filter((line) => line !== null);
    }
  } catch (error) {
    if (isZlibError(error) || error instanceof TypeError) throw damaged(file, 'its content cannot be read');
    throw error;
  } finally {
    compressed.destroy();
  }
  checks.finish(trailer);
  if (hash.digest('hex') !== trailer.sha256) throw damaged(file, 'the file was changed while it was being read');
}

/** Decompressed chunks. An error of the file is an error of the result. */
function unzipped(compressed: Readable): AsyncIterable<Buffer> {
  const gunzip = createGunzip();
  compressed.on('error', (error) => gunzip.destroy(error));
  return compressed.pipe(gunzip);
}

/** Whole lines, as they arrive. Text that is not UTF-8, or a last line without an end, is a TypeError. */
async function* textsOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<string[]> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let open: Buffer[] = [];
  for await (const chunk of chunks) {
    const end = chunk.lastIndexOf(NEWLINE);
    if (end === -1) {
      open.push(chunk);
      continue;
    }
    const whole = decoder.decode(Buffer.concat([...open, chunk.subarray(0, end)]));
    open = [chunk.subarray(end + 1)];
    yield whole.split('\n');
  }
  if (open.some(({ length }) => length > 0)) throw new TypeError('the last line does not end with a line break');
}

const isZlibError = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^(Z_|ERR_STREAM_PREMATURE_CLOSE)/.test(String(error.code));
