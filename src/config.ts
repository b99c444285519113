import { z } from 'zod';

/** A whole number within bounds, from its digits. */
const whole = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d+$/)
    .transform(Number)
    .refine((value) => value >= least && value <= most);
const oneOf = <const Values extends readonly [string, ...string[]]>(values: Values) => z.enum(values);

/** A setting: how it is read, what it is when unset, what it accepts in words, and what it is for. */
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
    accepts: 'a port, 0 to 65535; 0 takes a free one',
    about: 'Where the API listens.',
  }),
  HOST: setting({
    read: z.string().min(1),
    unset: '127.0.0.1',
    accepts: 'an address of this machine; 0.0.0.0 for all',
    about: 'Loopback unless told otherwise: there is no login.',
  }),
  NEO4J_URI: setting({
    read: z
      .string()
      .regex(/^(bolt|neo4j)(\+s|\+ssc)?:\/\/\S+$/)
      .optional(),
    accepts: 'bolt://…, neo4j://…, or these with +s or +ssc',
    about: 'A Neo4j of your own, 5.26 or later. Unset: a local one is started.',
  }),
  NEO4J_USER: setting({ read: z.string().min(1), unset: 'neo4j', accepts: 'a user name', about: 'Who asks it.' }),
  NEO4J_PASSWORD: setting({ read: z.string(), unset: '', accepts: 'a password', about: 'Only with NEO4J_URI.' }),
  NEO4J_DATABASE: setting({
    read: z.string().min(1).optional(),
    accepts: 'the name of a database',
    about: "Unset: the server's default database.",
  }),
  GLOSSOGRAPH_DATA: setting({
    read: z.string().min(1),
    unset: '.glossograph',
    accepts: 'a folder that may be written to',
    about: 'Where the local Neo4j keeps its data and its jars.',
  }),
  NEO4J_HEAP: setting({
    read: z
      .string()
      .regex(/^[1-9]\d{0,5}[mg]$/)
      .optional(),
    accepts: 'a size such as 512m or 4g',
    about: "The most memory of the local Neo4j's heap. Unset: a quarter of the machine's.",
  }),
  LOG_LEVEL: setting({
    read: oneOf(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']),
    unset: 'info',
    accepts: 'fatal, error, warn, info, debug, trace or silent',
    about: 'Structured logs, one line a request at info.',
  }),
  GRAPHIQL: setting({
    read: oneOf(['on', 'off']).transform((value) => value === 'on'),
    unset: 'on',
    accepts: 'on or off',
    about: 'The query page for browsers at /graphql.',
  }),
  CORS_ORIGINS: setting({
    read: z
      .string()
      .transform((value) =>
        value
          .split(',')
          .map((origin) => origin.trim())
          .filter((origin) => origin !== ''),
      )
      .refine((origins) => origins.every((origin) => origin === '*' || /^https?:\/\/[^/\s]+$/.test(origin))),
    unset: '',
    accepts: 'origins such as https://example.org, separated by commas, or *',
    about: 'Pages of other origins that may ask. None unless told otherwise.',
  }),
  PUBLIC_URL: setting({
    read: z
      .string()
      .regex(/^https?:\/\/[^\s/?#]+$/)
      .refine((url) => URL.canParse(url))
      .optional(),
    accepts: 'an address such as https://glossary.example.org, without a path',
    about: 'How the world calls this server: canonical links are whole then, and there is a /sitemap.xml.',
  }),
  REQUEST_TIMEOUT_MS: setting({
    read: whole(100, 600_000),
    unset: '8000',
    accepts: '100 to 600000',
    about: 'The deadline of a request; its statements are ended then.',
  }),
  MAX_BODY_BYTES: setting({
    read: whole(1_024, 104_857_600),
    unset: '262144',
    accepts: '1024 to 104857600',
    about: 'The largest request.',
  }),
  MAX_QUERY_TOKENS: setting({
    read: whole(100, 1_000_000),
    unset: '4000',
    accepts: '100 to 1000000',
    about: 'The longest document, in tokens.',
  }),
  MAX_QUERY_DEPTH: setting({
    read: whole(4, 100),
    unset: '24',
    accepts: '4 to 100',
    about: 'The deepest selection, fragments followed.',
  }),
  MAX_QUERY_FIELDS: setting({
    read: whole(10, 100_000),
    unset: '2000',
    accepts: '10 to 100000',
    about: 'Fields of a document in all, fragments followed.',
  }),
  MAX_QUERY_ALIASES: setting({
    read: whole(1, 10_000),
    unset: '100',
    accepts: '1 to 10000',
    about: 'Aliases of a document in all, fragments followed.',
  }),
};

type Settings = typeof SETTINGS;
/** The environment, parsed. */
export type Config = { readonly [Name in keyof Settings]: z.output<Settings[Name]['read']> };

/** Faults of the environment, all together. Messages name the variable and what it accepts, never a value that may be secret. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(`These settings cannot be used:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
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
