import { open } from 'node:fs/promises';
import type { ImportRecords } from '../model/records.ts';
import { readErrorOf } from '../store/errors.ts';
import { readGraphology } from './graphology-reader.ts';
import { readLines } from './json-lines-reader.ts';
import { readTurtle } from './turtle-reader.ts';

/** The readers of the formats that can be imported again. */
const READERS = { lines: readLines, graphology: readGraphology, turtle: readTurtle } as const;

/**
 * Reads records from a file that `glossograph export` wrote: JSON Lines, graphology JSON, or Turtle.
 *
 * @throws ImportError with every error
 */
export async function readRecords(file: string): Promise<ImportRecords> {
  try {
    return await READERS[formOf(file, await beginningOf(file))](file);
  } catch (error) {
    throw readErrorOf(file, error);
  }
}

/** The format of a file, by its extension and its first characters. */
function formOf(file: string, beginning: string): keyof typeof READERS {
  if (/\.(ttl|nt)$/i.test(file) || /^\s*(@prefix|@base|prefix|base|<)\s?/i.test(beginning)) return 'turtle';
  if (/\.(jsonl|ndjson)$/i.test(file) || /^\s*\{\s*"(vocabulary|source|entity|relation)"/.test(beginning))
    return 'lines';
  if (/\.json$/i.test(file) || /^\s*\{\s*"(options|attributes|nodes|edges)"/.test(beginning)) return 'graphology';
  return 'lines';
}

async function beginningOf(file: string): Promise<string> {
  const handle = await open(file);
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(256), 0, 256, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await handle.close();
  }
}
