import { z } from 'zod';

/** A whole number between two bounds, written in digits. */
const whole = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d+$/)
    .transform(Number)
    .refine((value) => value >= least && value <= most);
const oneOf = <const Values extends readonly [string, ...string[]]>(values: Values) => z.enum(values);

/** The parts of a list that is separated by commas. */
const listed = (value: string): string[] =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** A setting: its schema, its default, the values that it accepts in words, and its purpose. */
interface Setting<Schema extends z.ZodType> {
  read: Schema;
  unset?: string;
  accepts: string;
  about: string;
}
const setting = <Schema extends z.ZodType>(found: Setting<Schema>) => found;

/** Every setting, in the order of `.env.example`. */
export const SETTINGS = {
  PORT: setting({
    read: whole(0, 65_535),
    unset: '4000',
    accepts: 'a port from 0 to 65535; 0 takes a free one',
    about: 'The port of the server.',
  }),
  HOST: setting({
    read: z.string().min(1),
    unset: '127.0.0.1',
    accepts: 'an address of this machine; 0.0.0.0 for all addresses',
    about: 'The address of the server. The default is loopback, because there is no login.',
  }),
  ALLOWED_HOSTS: setting({
    read: z
      .string()
      .transform(listed)
      .refine((hosts) => hosts.every((host) => /^(\*|[\w.-]+)$/.test(host))),
    unset: '',
    accepts: 'names such as glossary.example.org, without a port, separated by commas, or *',
    about:
      'The names in Host headers that a server beyond loopback accepts, besides its addresses, localhost and PUBLIC_URL. They keep out pages of other sites (DNS rebinding).',
  }),
  NEO4J_URI: setting({
    read: z
      .string()
      .regex(/^(bolt|neo4j)(\+s|\+ssc)?:\/\/\S+$/)
      .optional(),
    accepts: 'an address such as bolt://host:7687 or neo4j+s://host',
    about: 'Your own Neo4j, 5.26 or later. When unset, a local Neo4j is started.',
  }),
  NEO4J_USER: setting({
    read: z.string().min(1),
    unset: 'neo4j',
    accepts: 'a user name',
    about: 'The user of your own Neo4j.',
  }),
  NEO4J_PASSWORD: setting({
    read: z.string(),
    unset: '',
    accepts: 'a password',
    about: 'The password of your own Neo4j.',
  }),
  NEO4J_DATABASE: setting({
    read: z.string().min(1).optional(),
    accepts: 'the name of a database',
    about: "The database of your own Neo4j. When unset, the server's default database.",
  }),
  GLOSSOGRAPH_DATA: setting({
    read: z.string().min(1),
    unset: '.glossograph',
    accepts: 'a folder that the server can write to',
    about: 'The folder with the data and the jars of the local Neo4j.',
  }),
  NEO4J_HEAP: setting({
    read: z
      .string()
      .regex(/^[1-9]\d{0,5}[mg]$/)
      .optional(),
    accepts: 'a size such as 512m or 4g',
    about: "The largest heap of the local Neo4j. When unset, a quarter of the machine's memory.",
  }),
  LOG_LEVEL: setting({
    read: oneOf(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']),
    unset: 'info',
    accepts: 'fatal, error, warn, info, debug, trace or silent',
    about: 'The log level. At info, the log has one line per request.',
  }),
  GRAPHIQL: setting({
    read: oneOf(['on', 'off']).transform((value) => value === 'on'),
    unset: 'on',
    accepts: 'on or off',
    about: 'The GraphiQL page at /graphql.',
  }),
  CORS_ORIGINS: setting({
    read: z
      .string()
      .transform(listed)
      .refine((origins) => origins.every((origin) => origin === '*' || /^https?:\/\/[^/\s]+$/.test(origin))),
    unset: '',
    accepts: 'origins such as https://example.org, separated by commas, or *',
    about: 'The origins of other sites whose pages may use the API. The default is none.',
  }),
  PUBLIC_URL: setting({
    read: z
      .string()
      .regex(/^https?:\/\/[^\s/?#]+$/)
      .refine((url) => URL.canParse(url))
      .optional(),
    accepts: 'an address such as https://glossary.example.org, without a path',
    about: 'The public address of this server, for absolute canonical links and for /sitemap.xml.',
  }),
  REQUEST_TIMEOUT_MS: setting({
    read: whole(100, 600_000),
    unset: '8000',
    accepts: 'a number from 100 to 600000',
    about: 'The time limit of a request, in milliseconds. Its statements end then, too.',
  }),
  MAX_CONNECTIONS: setting({
    read: whole(1, 1_000_000),
    unset: '1024',
    accepts: 'a number from 1 to 1000000',
    about: 'The limit of open connections. The server closes further ones at once.',
  }),
  HEADERS_TIMEOUT_MS: setting({
    read: whole(100, 600_000),
    unset: '10000',
    accepts: 'a number from 100 to 600000',
    about: 'The time in which a client must send the headers of a request, in milliseconds.',
  }),
  RECEIVE_TIMEOUT_MS: setting({
    read: whole(100, 600_000),
    unset: '30000',
    accepts: 'a number from 100 to 600000',
    about: 'The time in which a client must send a whole request, in milliseconds.',
  }),
  MAX_BODY_BYTES: setting({
    read: whole(1_024, 104_857_600),
    unset: '262144',
    accepts: 'a number from 1024 to 104857600',
    about: 'The size limit of a request body, in bytes.',
  }),
  MAX_QUERY_TOKENS: setting({
    read: whole(100, 1_000_000),
    unset: '4000',
    accepts: 'a number from 100 to 1000000',
    about: 'The limit of tokens in a document.',
  }),
  MAX_QUERY_DEPTH: setting({
    read: whole(4, 100),
    unset: '24',
    accepts: 'a number from 4 to 100',
    about: 'The limit of nested selections in a document, with fragments expanded.',
  }),
  MAX_QUERY_FIELDS: setting({
    read: whole(10, 100_000),
    unset: '2000',
    accepts: 'a number from 10 to 100000',
    about: 'The limit of fields in a document, with fragments expanded.',
  }),
  MAX_QUERY_ALIASES: setting({
    read: whole(1, 10_000),
    unset: '100',
    accepts: 'a number from 1 to 10000',
    about: 'The limit of aliases in a document, with fragments expanded.',
  }),
};

type Settings = typeof SETTINGS;
/** The environment, parsed. */
export type Config = { readonly [Name in keyof Settings]: z.output<Settings[Name]['read']> };

/** All faults of the environment. A message names the variable and what it accepts, and never shows a secret. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(`Some settings are not valid:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.faults = faults;
  }
}

/**
 * Reads the settings from an environment. An empty variable counts as unset.
 *
 * @throws ConfigError with every fault
 */
export function parseConfig(env: NodeJS.ProcessEnv): Config {
  const faults: string[] = [];
  const parsed = Object.entries(SETTINGS).map(([name, { read, unset, accepts }]: [string, Setting<z.ZodType>]) => {
    const given = env[name] === '' ? undefined : env[name];
    const result = read.safeParse(given ?? unset);
    if (!result.success) faults.push(`${name}: ${accepts}${name.includes('PASSWORD') ? '' : `, not "${given}"`}`);
    return [name, result.data];
  });
  if (faults.length > 0) throw new ConfigError(faults);
  return Object.fromEntries(parsed) as Config;
}
