import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { ImportError } from '../../../store/errors.ts';
import { placeAt } from './json-place.ts';

/** A file's text, and the hash of its bytes. */
export interface TextFile {
  text: string;
  sha256: string;
}

/** A glossary is read as a whole; JavaScript holds no longer text than twice this. */
const MOST_BYTES = 256 * 1024 * 1024;

/**
 * Reads a file of UTF-8.
 *
 * @throws ImportError for what cannot be read, is no UTF-8 or too large
 */
export async function readText(file: string): Promise<TextFile> {
  const refuse = (message: string, place = {}) => new ImportError([{ file, message, ...place }]);
  let bytes: Buffer;
  try {
    const { size } = await stat(file);
    if (size > MOST_BYTES) throw refuse(`it has ${size} bytes, and a glossary at most ${MOST_BYTES}: split it`);
    bytes = await readFile(file);
  } catch (error) {
    if (error instanceof ImportError || !(error instanceof Error && 'code' in error)) throw error;
    throw refuse(`it cannot be read (${String(error.code)})`);
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), sha256 };
  } catch {
    const sound = new TextDecoder('utf-8').decode(bytes);
    throw refuse('it is no UTF-8: save it as that', placeAt(sound, Math.max(0, sound.indexOf('�'))));
  }
}
