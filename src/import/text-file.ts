import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { faultIn, readErrorOf } from '../store/errors.ts';
import { placeAt, placeInJson } from './json-place.ts';

/** A file's text, and the SHA-256 hash of its bytes. */
export interface TextFile {
  text: string;
  sha256: string;
}

/**
 * Reads a whole UTF-8 file.
 *
 * @param mostBytes the size limit
 * @throws ImportError for a file that cannot be read, is not valid UTF-8, or is too large
 */
export async function readTextFile(file: string, mostBytes: number): Promise<TextFile> {
  let bytes: Buffer;
  try {
    const { size } = await stat(file);
    if (size > mostBytes) {
      throw faultIn(file, `The file is too large: ${size} bytes exceed the limit of ${mostBytes} bytes.`);
    }
    bytes = await readFile(file);
  } catch (error) {
    throw readErrorOf(file, error);
  }
  return { text: decodeText(file, bytes), sha256: createHash('sha256').update(bytes).digest('hex') };
}

/**
 * Decodes UTF-8, with or without a byte order mark.
 *
 * @param file the name of the file in messages
 * @throws ImportError for bytes that are not text, with the position of the first one
 */
export function decodeText(file: string, bytes: Uint8Array): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return text;
  } catch {
    // Reported below, with its place.
  }
  const read = new TextDecoder().decode(bytes);
  const place = placeAt(read, Math.max(0, read.search(/[\0\uFFFD]/)));
  throw faultIn(file, 'The file is not valid UTF-8. Save the file as UTF-8.', place);
}

/**
 * Parses JSON.
 *
 * @param file the name of the file in messages
 * @throws ImportError with the position of the first syntax error
 */
export function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const message =
      text.trim() === '' ? 'The file is empty.' : 'The file contains a JSON syntax error at this position.';
    throw faultIn(file, message, placeInJson(text));
  }
}
