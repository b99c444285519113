import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readErrorOf } from '../../../store/errors.ts';

/**
 * The SHA-256 hash of a file's bytes, in hexadecimal. The importer reads the whole file for its hash first because the
 * parts of a title are written while the file is being read.
 *
 * @throws ImportError for a file that cannot be read
 */
export async function fileHash(file: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) hash.update(chunk);
  } catch (error) {
    throw readErrorOf(file, error);
  }
  return hash.digest('hex');
}
