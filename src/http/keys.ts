/** The API keys that the server accepts. */
import { timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Logger } from 'pino';
import { ConfigError } from '../config.ts';
import { hashOfKey, KeyFileError, parseKeys } from './key-file.ts';

/** The server looks for a changed file at most this often, in milliseconds. */
const CHECK_MS = 1_000;

interface KnownKey {
  readonly name: string;
  readonly hash: Buffer;
}

/** The keys in a file. The server reads the file again when it changes. */
export class KeyRing {
  private keys: readonly KnownKey[];
  private text: string;
  private checkedAt = performance.now();
  private checking: Promise<void> | undefined;
  /** The fault that the log already contains. */
  private fault: string | undefined;
  private readonly file: string;
  private readonly log: Pick<Logger, 'error' | 'info'>;

  /**
   * Reads the file for the first time.
   *
   * @throws ConfigError if the file cannot be read or is not valid
   */
  constructor(file: string, log: Pick<Logger, 'error' | 'info'>) {
    this.file = file;
    this.log = log;
    try {
      this.text = readFileSync(file, 'utf8');
      this.keys = keysIn(this.text);
    } catch (error) {
      throw new ConfigError(`API_KEYS: ${file}: ${reasonOf(error)}`);
    }
  }

  /**
   * The name of a key, or undefined if the key is not in the file. A key that was removed from the file more than a
   * second ago is not accepted.
   */
  async nameOf(key: string): Promise<string | undefined> {
    if (this.checking !== undefined || performance.now() - this.checkedAt >= CHECK_MS) await this.check();
    const hash = hashOfKey(key);
    let found: string | undefined;
    // The loop compares with every key, so its time does not depend on which key matches.
    for (const known of this.keys) if (timingSafeEqual(known.hash, hash)) found = known.name;
    return found;
  }

  /** Reads the file again. Requests that arrive in the meantime wait for the same read. */
  private check(): Promise<void> {
    this.checking ??= this.reread().finally(() => {
      this.checkedAt = performance.now();
      this.checking = undefined;
    });
    return this.checking;
  }

  private async reread(): Promise<void> {
    try {
      const text = await readFile(this.file, 'utf8');
      if (text !== this.text) {
        this.keys = keysIn(text);
        this.text = text;
        this.log.info({ keys: this.keys.length }, 'API_KEYS: the server has read the changed file');
      }
      this.fault = undefined;
    } catch (error) {
      const fault = reasonOf(error);
      if (fault !== this.fault) {
        this.log.error(
          `API_KEYS: ${this.file}: ${fault}. The server continues to accept the ${this.keys.length} keys that it read earlier.`,
        );
      }
      this.fault = fault;
    }
  }
}

const keysIn = (text: string): KnownKey[] =>
  parseKeys(text).map(({ name, sha256 }) => ({ name, hash: Buffer.from(sha256, 'hex') }));

/** The reason in words, without anything that the file contains. */
function reasonOf(error: unknown): string {
  if (error instanceof KeyFileError) return error.message;
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
  return code === 'ENOENT' ? 'the file does not exist' : `the file cannot be read (${code})`;
}
