import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { extract, type Header } from 'tar-stream';
import { codeOf } from '../../../graph/errors.ts';
import { faultIn, ImportError } from '../../../store/errors.ts';

/** A complete file in an archive. */
export interface ArchiveEntry {
  /** The name in the archive, such as "package/package.json". */
  name: string;
  bytes: Buffer;
}

/**
 * Limits for an archive: bytes of an entry and of the whole when unpacked, and entries. The largest real packages stay
 * below a tenth.
 */
const MOST = { entry: 128 * 2 ** 20, whole: 4 * 2 ** 30, entries: 200_000 };

/**
 * Reads the files in a .tgz archive one at a time without unpacking them to disk. The memory usage therefore depends
 * only on the largest file.
 *
 * @param wanted whether to read a file; all others are skipped
 * @param onEnd called with the SHA-256 hash of the archive's bytes after the whole archive was read
 * @throws ImportError for a file that is not such an archive, ends too early, points outside itself, or is too large
 */
export async function* readArchive(
  file: string,
  wanted: (name: string) => boolean,
  onEnd: (sha256: string) => void,
): AsyncGenerator<ArchiveEntry> {
  const hash = createHash('sha256');
  const entries = extract();
  const flow = pipeline(
    createReadStream(file),
    async function* hashed(chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        hash.update(chunk);
        yield chunk;
      }
    },
    createGunzip(),
    entries,
  );
  flow.catch(() => undefined); // the loop below throws it too
  const seen = new Set<string>();
  let whole = 0;
  try {
    for await (const entry of entries) {
      const { name, size = 0 } = entry.header;
      whole += size;
      const fault = faultOf(entry.header, whole, seen.size);
      if (fault !== null) throw faultIn(`${file}/${name}`, fault);
      if (seen.has(name))
        throw faultIn(`${file}/${name}`, 'The archive contains this file twice; each path must be unique.');
      seen.add(name);
      if (entry.header.type === 'file' && wanted(name)) yield { name, bytes: await bytesOf(entry) };
      else entry.resume();
    }
    await flow;
  } catch (error) {
    throw error instanceof ImportError ? error : unreadable(file, error);
  } finally {
    entries.destroy();
  }
  onEnd(hash.digest('hex'));
}

async function bytesOf(entry: AsyncIterable<unknown>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of entry) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function faultOf({ name, type, size = 0 }: Header, whole: number, entries: number): string | null {
  if (/^([/\\]|[a-z]:)/i.test(name) || name.split(/[/\\]/).includes('..'))
    return 'The path points outside the archive; paths must stay inside it.';
  if (type === 'symlink' || type === 'link') return 'The entry is a link; a FHIR package must contain only files.';
  if (size > MOST.entry) return `The file is too large: ${size} bytes exceed the limit of ${MOST.entry} bytes.`;
  if (whole > MOST.whole)
    return `The archive is too large: its unpacked size exceeds the limit of ${MOST.whole} bytes.`;
  return entries >= MOST.entries ? `The archive contains too many files: the limit is ${MOST.entries}.` : null;
}

/** The error of zlib, tar-stream or the file system in words. */
function unreadable(file: string, error: unknown): ImportError {
  const code = codeOf(error);
  const text = error instanceof Error ? error.message : '';
  const message =
    code === 'Z_BUF_ERROR' || /unexpected end/i.test(text)
      ? 'The archive is truncated.'
      : code.startsWith('Z_')
        ? 'The file is not a gzip archive, or it is damaged.'
        : code === '' || code.startsWith('ERR_')
          ? 'The file is not a gzipped tar archive, or it is damaged.'
          : `The file cannot be read (error code ${code}).`;
  return faultIn(file, message);
}
