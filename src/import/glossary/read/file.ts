import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { ImportError, readErrorOf } from '../../../store/errors.ts';
import { placeAt } from './json-place.ts';

/** A file's text, and the SHA-256 of its bytes. */
export interface TextFile {
  text: string;
  sha256: string;
}

/** The largest file: a glossary is read as a whole, and a JavaScript string holds about twice this. */
const MOST_BYTES = 256 * 1024 * 1024;

/**
 * Reads a UTF-8 file.
 *
 * @throws ImportError for a file that cannot be read, is not valid UTF-8, or is too large
 */
export async function readText(file: string): Promise<TextFile> {
  const refuse = (message: string, place = {}) => new ImportError([{ file, message, ...place }]);
  let bytes: Buffer;
  try {
    const { size } = await stat(file);
    if (size > MOST_BYTES) throw refuse(`The file has ${size} bytes; the limit is ${MOST_BYTES}. Split it.`);
    bytes = await readFile(file);
  } catch (error) {
    throw readErrorOf(file, error);
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), sha256 };
  } catch {
    const sound = new TextDecoder('utf-8').decode(bytes);
    throw refuse('The file is not valid UTF-8; save it as UTF-8.', placeAt(sound, Math.max(0, sound.indexOf('�'))));
  }
}
