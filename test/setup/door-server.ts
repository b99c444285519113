import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSchema } from 'graphql';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { parseConfig } from '../../src/config.ts';
import { type KeyEntry, newKey } from '../../src/http/key-file.ts';
import { persistedQueriesOf } from '../../src/http/persisted-queries.ts';
import type { Route } from '../../src/http/route.ts';
import { type Listening, listen } from '../../src/http/server.ts';
import { createApp } from '../../src/server/app.ts';

/** The document of the website's own scripts. */
export const OWN_DOCUMENT = '{ hello } # own';

const route = (path: string, more: Partial<Route> = {}): Route => ({
  matches: (asked) => asked === path,
  answer: (_request, response) => void response.writeHead(200).end('content'),
  ...more,
});

/** A response, with its body as text. */
export interface DoorAnswer {
  status: number | undefined;
  headers: IncomingHttpHeaders;
  text: string;
  code: string | undefined;
}

/** A server without a database, with a page, an export, and a route that does not say what it is. Each test starts its own. */
export function doorServer() {
  const logged: string[] = [];
  let server: Listening | undefined;
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'glossograph-door-'));
  });
  afterEach(async () => {
    await server?.stop(100);
    server = undefined;
  });
  afterAll(() => rm(folder, { recursive: true }));

  const schema = buildSchema('type Query { hello: String, some(kind: Kind): String } enum Kind { TERM }');
  const fields = schema.getQueryType()?.getFields();
  if (fields?.hello) fields.hello.resolve = () => 'world';

  return {
    logged,
    path: (name: string) => join(folder, name),
    async start(env: Record<string, string>): Promise<void> {
      const config = parseConfig({ PORT: '0', CORS_ORIGINS: 'https://ours.example', ...env });
      logged.length = 0;
      const app = createApp({
        schema,
        config,
        log: pino({ level: 'trace' }, { write: (line: string) => logged.push(line) }),
        contextFor: () => ({}),
        ready: async () => ({ database: true, seeded: true }),
        freshness: { versions: { current: async () => '1', known: () => '1' } },
        persisted: persistedQueriesOf(config, [OWN_DOCUMENT]),
        routes: [route('/page', { kind: 'page' }), route('/graph/x'), route('/metrics')],
      });
      server = await listen(app, '127.0.0.1', 0, config);
    },
    /** Writes a file of new keys and returns its path and the keys. */
    async keyFile(name: string, ...names: string[]): Promise<{ file: string; keys: string[]; entries: KeyEntry[] }> {
      const made = names.map(newKey);
      const file = join(folder, name);
      const entries = made.map(({ entry }) => entry);
      await writeFile(file, JSON.stringify(entries));
      return { file, keys: made.map(({ key }) => key), entries };
    },
    /** Sends a request with node:http, which sends every header as given. */
    ask(path: string, headers: Record<string, string> = {}, body?: unknown, method?: string): Promise<DoorAnswer> {
      return new Promise((done, fail) => {
        const url = `${server?.url}${path}`;
        const asked = httpRequest(url, {
          method: method ?? (body === undefined ? 'GET' : 'POST'),
          headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
          agent: false,
        });
        asked.once('error', fail);
        asked.once('response', async (response) => {
          let text = '';
          for await (const chunk of response) text += chunk;
          const code = /"code":"(\w+)"/.exec(text)?.[1];
          done({ status: response.statusCode, headers: response.headers, text, code });
        });
        asked.end(body === undefined ? undefined : JSON.stringify(body));
      });
    },
  };
}

/** Both ways of serving a POST: the short path for plain JSON, and Yoga's for other origins. */
export const WAYS: readonly (readonly [string, Record<string, string>])[] = [
  ['the short path', {}],
  ['Yoga', { origin: 'https://ours.example' }],
];
