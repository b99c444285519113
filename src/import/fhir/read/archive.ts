import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { extract, type Header } from 'tar-stream';
import { ImportError } from '../../../store/errors.ts';

/** A file of an archive, whole. */
export interface ArchiveEntry {
  /** As the archive names it: "package/package.json". */
  name: string;
  bytes: Buffer;
}

/** What an archive may hold, unpacked, in bytes and entries: the largest packages stay under a tenth of it. */
const MOST = { entry: 128 * 2 ** 20, whole: 4 * 2 ** 30, entries: 200_000 };

/**
 * The files of a .tgz, one at a time and never unpacked to disk, so that memory is bounded by the largest of them.
 *
 * @param wanted whether a file's bytes are asked for; others are passed over
 * @param onEnd told the SHA-256 of the archive's own bytes when all of it was read
 * @throws ImportError for what is no such archive, ends too early, points outside itself, or is unreasonably large
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
  flow.catch(() => undefined); // the loop below meets it as well
  const seen = new Set<string>();
  let whole = 0;
  try {
    for await (const entry of entries) {
      const { name, size = 0 } = entry.header;
      whole += size;
      const fault = faultOf(entry.header, whole, seen.size);
      if (fault !== null) throw new ImportError([{ file: `${file}/${name}`, message: fault }]);
      if (seen.has(name)) throw new ImportError([{ file: `${file}/${name}`, message: 'the archive holds it twice' }]);
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
  if (/^([/\\]|[a-z]:)/i.test(name) || name.split(/[/\\]/).includes('..')) return 'it points outside the archive';
  if (type === 'symlink' || type === 'link') return 'it is a link, and packages hold files only';
  if (size > MOST.entry) return `it has ${size} bytes, and at most ${MOST.entry} are read`;
  if (whole > MOST.whole) return `the archive holds more than ${MOST.whole} bytes, unpacked`;
  return entries >= MOST.entries ? `the archive holds more than ${MOST.entries} files` : null;
}

/** What zlib, tar-stream or the file system found, in words. */
function unreadable(file: string, error: unknown): ImportError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const text = error instanceof Error ? error.message : '';
  const message =
    code === 'Z_BUF_ERROR' || /unexpected end/i.test(text)
      ? 'the archive ends too early: it was cut off'
      : code.startsWith('Z_')
        ? 'it is no gzip archive, or it is damaged'
        : code === '' || code.startsWith('ERR_')
          ? 'it is no tar archive inside, or it is damaged'
          : `it cannot be read (${code})`;
  return new ImportError([{ file, message }]);
}
