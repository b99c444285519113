import { z } from 'zod';
import {
  isAddressOrSubnet,
  listOf,
  matching,
  memorySize,
  onOrOff,
  type Setting,
  setting,
  wholeNumber,
} from './setting-forms.ts';

/** Every setting, in the same order as in `.env.example`. */
export const SETTINGS = {
  PORT: setting({
    ...wholeNumber(0, 65_535, 4_000),
    accepts: 'a port from 0 to 65535',
    about: 'The port on which the server listens. Port 0 selects a free port.',
  }),
  HOST: setting({
    read: z.string().min(1),
    unset: '127.0.0.1',
    accepts: 'an address of this machine, or 0.0.0.0 for all of its addresses',
    about:
      'The address on which the server listens. The default is a loopback address, because Glossograph requires no key unless API_KEYS is set.',
  }),
  ALLOWED_HOSTS: setting({
    ...listOf(/^(\*|[\w.-]+)$/),
    accepts: 'host names such as glossary.example.org, without a port, separated by commas, or * for every name',
    about:
      'The host names that clients can use to reach this server. When this setting is empty, a server on a loopback address accepts every name. In all other cases, the server accepts these names, IP addresses, localhost, HOST, and the host of PUBLIC_URL. The server rejects other names to prevent DNS rebinding attacks.',
  }),
  NEO4J_URI: setting({
    read: matching(/^(bolt|neo4j)(\+s|\+ssc)?:\/\/[^\s@]+$/).optional(),
    accepts:
      'an address such as bolt://host:7687 or neo4j+s://host, without credentials, which belong in NEO4J_USER and NEO4J_PASSWORD',
    about:
      'The address of your own Neo4j server, which must be version 5.26 or later. When this setting is empty, Glossograph starts a local Neo4j server.',
  }),
  NEO4J_USER: setting({
    read: z.string().min(1),
    unset: 'neo4j',
    accepts: 'a user name',
    about: 'The user name for your own Neo4j server.',
  }),
  NEO4J_PASSWORD: setting({
    read: z.string(),
    unset: '',
    accepts: 'any text',
    about: 'The password for your own Neo4j server.',
  }),
  NEO4J_DATABASE: setting({
    read: z.string().min(1).optional(),
    accepts: 'a database name',
    about:
      "The name of the database on your own Neo4j server. When this setting is empty, Glossograph uses the server's default database.",
  }),
  NEO4J_WAIT_SECONDS: setting({
    ...wholeNumber(0, 3_600, 60),
    about: 'The maximum time that a command waits for your own Neo4j server to start, in seconds.',
  }),
  GLOSSOGRAPH_DATA: setting({
    read: z.string().min(1),
    unset: '.glossograph',
    accepts: 'a folder that the server can write to',
    about: 'The folder for the data, the Java libraries, and the password of the local Neo4j server.',
  }),
  NEO4J_HEAP: setting({
    ...memorySize,
    about:
      "The maximum heap size of the local Neo4j server. When this setting is empty, the maximum is a quarter of the machine's memory.",
  }),
  NEO4J_PAGECACHE: setting({
    ...memorySize,
    about:
      "The size of the page cache of the local Neo4j server, which keeps database files in memory. When this setting is empty, the size is 1.5 times the size of the database files, but at least one eighth and at most half of the machine's memory.",
  }),
  MEANING: setting({
    ...onOrOff('on'),
    about:
      'Enables search by meaning. The first time the server starts with this setting on, it uses Maven to download a 24 MB language model and stores the model in GLOSSOGRAPH_DATA.',
  }),
  LOG_LEVEL: setting({
    read: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']),
    unset: 'info',
    accepts: 'fatal, error, warn, info, debug, trace, or silent',
    about:
      'The minimum severity of the messages that the server logs. If the level is info, the server logs one line for each request.',
  }),
  API_KEYS: setting({
    // A key itself would appear in the message about a file that does not exist.
    read: z
      .string()
      .min(1)
      .refine((path) => !path.startsWith('gg_'))
      .optional(),
    accepts: 'the path of a JSON file with an array of objects, each with the `name` of a key and its `sha256` hash',
    about:
      'The file of API keys. When this setting is empty, no request needs a key. Otherwise, every request except those for /health and /ready needs a key in the header `Authorization: Bearer KEY`. The command `glossograph key NAME --to FILE` creates a key. The server reads the file again when it changes.',
  }),
  PUBLIC_PAGES: setting({
    ...onOrOff('off'),
    about:
      "Makes the website, including the explorer and the feeds, accessible without a key when API_KEYS is set. Without a key, /graphql then accepts only the GraphQL documents of the website's own scripts.",
  }),
  RATE_LIMIT: setting({
    read: z.union([z.literal('off').transform(() => 0), matching(/^[1-9]\d{0,5}$/).transform(Number)]),
    unset: 'off',
    accepts: 'a number from 1 to 999999, or off',
    about:
      'The maximum number of requests per minute for each API key, and for each address without a key. IPv6 addresses with the same first 64 bits count as one address. Requests for /health and /ready do not count.',
  }),
  TRUSTED_PROXIES: setting({
    read: z.union([
      matching(/^[1-9]$/).transform(Number),
      listOf(/^/).read.refine((parts) => parts.every(isAddressOrSubnet)),
    ]),
    unset: '',
    accepts:
      'the number of proxies in front of the server, from 1 to 9, or their addresses and subnets such as 10.0.0.0/8, separated by commas',
    about:
      'The proxies whose entries in the X-Forwarded-For header the server trusts. The server uses the header to find the address of the client for RATE_LIMIT. When this setting is empty, the server ignores the header.',
  }),
  METRICS: setting({
    read: z
      .union([
        z.enum(['on', 'off']),
        matching(/^[1-9]\d{0,4}$/)
          .transform(Number)
          .refine((port) => port <= 65_535),
      ])
      .optional(),
    accepts: 'on, off, or a port from 1 to 65535',
    about:
      'Where the server exposes metrics for Prometheus: at /metrics on PORT (on), at /metrics on a separate port of HOST, or nowhere (off). When this setting is empty, the metrics are on if HOST is a loopback address, and off otherwise.',
  }),
  GRAPHIQL: setting({
    ...onOrOff('on'),
    about: 'Enables the GraphiQL query editor at /graphql.',
  }),
  INTROSPECTION: setting({
    ...onOrOff('on'),
    about:
      'Allows GraphQL introspection, that is, queries of the root fields __schema and __type. When this setting is off, GraphiQL cannot show the documentation, complete field names, or mark errors.',
  }),
  SUGGESTIONS: setting({
    ...onOrOff('on'),
    about:
      'Allows error messages that suggest names in the schema, such as `Did you mean "term"?`. Turn this setting off together with INTROSPECTION, because a client can otherwise learn the schema from error messages.',
  }),
  CORS_ORIGINS: setting({
    ...listOf(/^(\*|https?:\/\/[^/\s@]+)$/),
    accepts: 'origins such as https://example.org, separated by commas, or * for every origin',
    about: 'The other sites whose pages can use the API. When this setting is empty, no other site can use the API.',
  }),
  PUBLIC_URL: setting({
    read: matching(/^https?:\/\/[^\s/?#@]+$/)
      .refine((url) => URL.canParse(url))
      .optional(),
    accepts: 'an address such as https://glossary.example.org, without a path',
    about: 'The public address of this server. Absolute canonical links and /sitemap.xml require this address.',
  }),
  REQUEST_TIMEOUT_MS: setting({
    ...wholeNumber(100, 600_000, 8_000),
    about:
      'The time limit for a request, in milliseconds. When a request reaches this limit, the server also stops the database statements that it runs for the request.',
  }),
  RESPONSE_CACHE: setting({
    read: z.union([z.literal('off').transform(() => 0), matching(/^[1-9]\d{0,4}$/).transform(Number)]),
    unset: '64',
    accepts: 'a size in megabytes from 1 to 99999, or off',
    about:
      'The amount of memory for cached query responses, in megabytes. The server keeps a response until the data or the date (UTC) changes. After an import ends, the server never sends a response that was cached before the import. The cache is off if NEO4J_URI is a neo4j:// address.',
  }),
  PERSISTED_QUERIES: setting({
    read: z.string().min(1).optional(),
    accepts: 'the path of a JSON file that maps the SHA-256 hash of each document to its text',
    about:
      'The file that contains the trusted GraphQL documents. Clients can send the hash of a trusted document instead of its text. Clients can also register documents themselves, unless PERSISTED_QUERIES_ONLY is on.',
  }),
  PERSISTED_QUERIES_ONLY: setting({
    ...onOrOff('off'),
    about:
      "Rejects all GraphQL documents except those in PERSISTED_QUERIES and those that this server's own pages use. When this setting is on, GraphiQL cannot run any other documents either.",
  }),
  MAX_CONNECTIONS: setting({
    ...wholeNumber(1, 1_000_000, 1_024),
    about:
      'The maximum number of open connections to the server. The server closes additional connections immediately.',
  }),
  HEADERS_TIMEOUT_MS: setting({
    ...wholeNumber(100, 600_000, 10_000),
    about: 'The time within which a client must send the headers of a request, in milliseconds.',
  }),
  RECEIVE_TIMEOUT_MS: setting({
    ...wholeNumber(100, 600_000, 30_000),
    about: 'The time within which a client must send a whole request, in milliseconds.',
  }),
  MAX_BODY_BYTES: setting({
    ...wholeNumber(1_024, 104_857_600, 262_144),
    about: 'The maximum size of a request body, in bytes.',
  }),
  MAX_QUERY_TOKENS: setting({
    ...wholeNumber(100, 1_000_000, 4_000),
    about: 'The maximum number of tokens in a GraphQL document.',
  }),
  MAX_QUERY_DEPTH: setting({
    ...wholeNumber(4, 100, 24),
    about: 'The maximum depth of nested selections in a GraphQL document, after the server expands fragments.',
  }),
  MAX_QUERY_FIELDS: setting({
    ...wholeNumber(10, 100_000, 2_000),
    about: 'The maximum number of fields in a GraphQL document, after the server expands fragments.',
  }),
  MAX_QUERY_ALIASES: setting({
    ...wholeNumber(1, 10_000, 100),
    about: 'The maximum number of aliases in a GraphQL document, after the server expands fragments.',
  }),
  MAX_QUERY_COST: setting({
    ...wholeNumber(1_000, 1_000_000_000, 200_000),
    about:
      'The maximum cost of a GraphQL operation. The cost estimates the number of rows that the operation reads, including the work of traversals and layouts. docs/cost.md explains how the server computes the cost.',
  }),
  MAX_CONCURRENT_COST: setting({
    ...wholeNumber(1_000, 1_000_000_000, 200_000),
    about:
      'The maximum total cost of the GraphQL operations and pages that the server processes at the same time. Additional requests wait. Heavy operations can use at most three quarters of this total.',
  }),
  MAX_QUEUE: setting({
    ...wholeNumber(0, 100_000, 100),
    about:
      'The maximum number of waiting requests. If more requests arrive, the server answers the heaviest of them immediately with the code OVERLOADED.',
  }),
};

type Settings = typeof SETTINGS;
/** The parsed environment variables. */
export type Config = { readonly [Name in keyof Settings]: z.output<Settings[Name]['read']> };

/**
 * All errors in the environment variables. A message names the variable and the values that it accepts. It never shows
 * a secret.
 */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** A value without the user and the password that an address may hold before an @. */
const masked = (value: string | undefined): string | undefined => value?.replace(/^([\w+]+:\/\/)?.*@/s, '$1***@');

/**
 * Reads the settings from environment variables. An empty variable counts as unset.
 *
 * @throws ConfigError with every error
 */
export function parseConfig(env: NodeJS.ProcessEnv): Config {
  const faults: string[] = [];
  const parsed = Object.entries(SETTINGS).map(([name, { read, unset, accepts }]: [string, Setting<z.ZodType>]) => {
    const given = env[name] === '' ? undefined : env[name];
    const result = read.safeParse(given ?? unset);
    if (!result.success)
      faults.push(`\n  ${name}: must be ${accepts}${/PASSWORD|KEYS/.test(name) ? '' : `, not "${masked(given)}"`}`);
    return [name, result.data];
  });
  if (faults.length > 0) throw new ConfigError(`Some settings are invalid:${faults.join('')}`);
  return Object.fromEntries(parsed) as Config;
}
