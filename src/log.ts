import { type DestinationStream, destination, type Logger, pino, stdSerializers } from 'pino';
import type { Config } from './config.ts';

/** Names of headers and properties whose values are secrets, or what a client sent. In lowercase and without separators. */
const SECRET_NAMES = new Set([
  ...['authorization', 'proxyauthorization', 'cookie', 'setcookie', 'apikey', 'xapikey'],
  ...['password', 'secret', 'clientsecret', 'token', 'accesstoken', 'refreshtoken', 'credentials', 'variables'],
]);
const REDACTED = '[redacted]';
/** Deeper values are left out. No line of the log has so many levels. */
const DEEPEST = 6;

/** The user and the password of a URL, and the credentials of an Authorization header inside a text. */
const CREDENTIALS: readonly (readonly [RegExp, string])[] = [
  [/\b([a-z][a-z\d+.-]*:\/\/)[^\s/?#@"\\]+@/gi, '$1***@'],
  [/\b(Bearer|Basic) [\w.~+/=-]{8,}/g, `$1 ${REDACTED}`],
];

/** A line of the log without the credentials that a URL or a message in it contains. */
const withoutCredentials = (line: string): string =>
  CREDENTIALS.reduce((text, [pattern, by]) => text.replace(pattern, by), line);

/**
 * An object without the values of properties with a telling name, at any level. The redaction of pino needs a path for each
 * level and each name, which takes 40 times as long as the rest of a line.
 */
function withoutSecrets(value: unknown, level = 0): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Error || 'toJSON' in value) return value;
  if (level === DEEPEST) return REDACTED;
  if (Array.isArray(value)) return value.map((one) => withoutSecrets(one, level + 1));
  const kept: Record<string, unknown> = {};
  for (const name in value) {
    const one = (value as Record<string, unknown>)[name];
    kept[name] = isSecret(name) && one !== undefined ? REDACTED : withoutSecrets(one, level + 1);
  }
  return kept;
}

const isSecret = (name: string): boolean => SECRET_NAMES.has(name.toLowerCase().replace(/[-_]/g, ''));

/**
 * Creates the structured log on standard error. Standard output is reserved for the result of a command. The log never
 * contains credentials: they are replaced in properties with a telling name and in texts.
 *
 * @param to another destination, for tests
 */
export function createLog({ LOG_LEVEL }: Pick<Config, 'LOG_LEVEL'>, to: DestinationStream = destination(2)): Logger {
  return pino(
    {
      ...{ level: LOG_LEVEL, base: null },
      formatters: { log: (line) => withoutSecrets(line) as Record<string, unknown> },
      serializers: { err: (error: Error) => withoutSecrets(stdSerializers.err(error)) },
      hooks: { streamWrite: withoutCredentials },
    },
    to,
  );
}
