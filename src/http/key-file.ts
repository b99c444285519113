/**
 * The file of API keys that the API_KEYS setting names. The file contains only the SHA-256 hash of each key. A key has
 * 256 random bits, so its hash does not need a salt or a slow hash function: those protect passwords, which can be
 * guessed, and no one can guess a random key.
 */
import { createHash, randomBytes } from 'node:crypto';
import { open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { z } from 'zod';
import { codeOf } from '../graph/errors.ts';
import { today } from '../model/day.ts';

/** The name of a key: it appears in the log, so it must not contain spaces or control characters. */
const NAME = /^[\w.@-]{1,64}$/;
const NAME_FORM = '1 to 64 letters, digits, and the characters . _ @ -';

const Entry = z.strictObject({
  name: z.string().regex(NAME),
  sha256: z.string().regex(/^[\da-f]{64}$/),
  created: z.iso.date().optional(),
});

/** An entry in the file of API keys. */
export type KeyEntry = z.output<typeof Entry>;

const FORMS: Readonly<Record<string, string>> = {
  name: NAME_FORM,
  sha256: 'the SHA-256 hash of the key, as 64 hexadecimal digits in lowercase',
  created: 'a date, such as 2026-01-31',
};

/** What is wrong with a file of API keys, or with the name of a new key. The message never quotes the file. */
export class KeyFileError extends Error {
  override readonly name = 'KeyFileError';
}

/** The prefix with which scanners for leaked secrets can recognize a key. */
const PREFIX = 'gg_';
const RANDOM_BYTES = 32;

/** The SHA-256 hash of a key. */
export const hashOfKey = (key: string): Buffer => createHash('sha256').update(key).digest();

/**
 * Creates a random key and its entry for the file.
 *
 * @throws KeyFileError if the name is not valid
 */
export function newKey(name: string): { key: string; entry: KeyEntry } {
  if (!NAME.test(name)) throw new KeyFileError(`NAME: must be ${NAME_FORM}`);
  const key = `${PREFIX}${randomBytes(RANDOM_BYTES).toString('base64url')}`;
  return { key, entry: { name, sha256: hashOfKey(key).toString('hex'), created: today() } };
}

/**
 * Parses a file of API keys. Each name and each hash occurs only once.
 *
 * @throws KeyFileError
 */
export function parseKeys(text: string): KeyEntry[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new KeyFileError('the file must contain valid JSON'); // the parser's own message quotes the file
  }
  if (!Array.isArray(json)) throw new KeyFileError('the file must contain a JSON array of objects');
  const entries = json.map((one: unknown, at) => {
    const parsed = Entry.safeParse(one);
    if (parsed.success) return parsed.data;
    const property = String(parsed.error.issues[0]?.path[0] ?? '');
    const form = FORMS[property];
    throw new KeyFileError(
      form === undefined
        ? `entry ${at + 1}: must be an object with \`name\`, \`sha256\`, and, optionally, \`created\``
        : `entry ${at + 1}: ${property}: must be ${form}`,
    );
  });
  for (const property of ['name', 'sha256'] as const) {
    const seen = new Set<string>();
    for (const [at, { [property]: value }] of entries.entries()) {
      if (seen.has(value)) throw new KeyFileError(`entry ${at + 1}: ${property}: is the same as in an earlier entry`);
      seen.add(value);
    }
  }
  return entries;
}

/**
 * Adds an entry to a file of API keys, or creates the file. A server that reads the file sees either the old or the new
 * content, because the new file replaces the old one in one step.
 *
 * @throws KeyFileError if the file is not valid, if it has a key of this name, or if another command is changing it
 */
export async function addKey(file: string, entry: KeyEntry): Promise<void> {
  const target = await realpath(file).catch(() => file); // a link to the file remains a link
  const next = `${target}.new`;
  // The temporary file is also the lock: only one command can create it.
  const handle = await open(next, 'wx', 0o600).catch((error: unknown) => {
    if (codeOf(error) !== 'EEXIST') throw new KeyFileError(`cannot write ${file}: ${reasonOf(error)}`);
    throw new KeyFileError(
      `${next} already exists, so another command might be changing the keys. If no such command is running, delete this file.`,
    );
  });
  try {
    try {
      const text = await readFile(target, 'utf8').catch((error: unknown) => {
        if (codeOf(error) === 'ENOENT') return '[]';
        throw new KeyFileError(`cannot read ${file}: ${reasonOf(error)}`);
      });
      const entries = parseKeys(text);
      if (entries.some(({ name }) => name === entry.name))
        throw new KeyFileError(`NAME: ${file} already has a key with the name ${entry.name}. Choose another name.`);
      const lines = [...entries, entry].map((one) => `  ${JSON.stringify(one)}`);
      await handle.writeFile(`[\n${lines.join(',\n')}\n]\n`);
      const mode = await stat(target).then(
        (found) => found.mode & 0o777,
        () => 0o600,
      );
      await handle.chmod(mode);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(next, target);
  } catch (error) {
    await rm(next, { force: true });
    throw error;
  }
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
