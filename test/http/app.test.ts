/** The API over real HTTP: its errors and limits. Uses a schema of a few fields and no database. */

import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { get } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { buildSchema, GraphQLError } from 'graphql';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseConfig } from '../../src/config.ts';
import { persistedQueriesOf } from '../../src/http/persisted-queries.ts';
import type { Route } from '../../src/http/route.ts';
import { type Listening, listen } from '../../src/http/server.ts';
import { createApp } from '../../src/server/app.ts';
import type { Readiness } from '../../src/server/readiness.ts';
import { VERSION } from '../../src/version.ts';

const schema = buildSchema(
  `type Query { hello: String self: Query boom: String coded: String slow: String long: String!
    some(limit: Int, kind: Kind, ids: [ID!], match: Match): String }
  enum Kind { TERM } input Match { text: String, not: Match } type Mutation { touch: Int }`,
);
const resolvers: Record<string, (args: unknown, context: { signal: AbortSignal }) => unknown> = {
  hello: () => 'world',
  self: () => ({}),
  boom: () => {
    throw new Error('MATCH (n) in /srv/secret.ts');
  },
  coded: () => {
    throw new GraphQLError('first: between 0 and 100, not 500', { extensions: { code: 'BAD_USER_INPUT' } });
  },
  slow: () => new Promise((done) => setTimeout(() => done('late'), 3_000)),
  long: () => 'a'.repeat(5_000),
};
for (const type of [schema.getQueryType()]) {
  for (const field of Object.values(type?.getFields() ?? {})) {
    field.resolve = (_root, args, context) => resolvers[field.name]?.(args, context);
  }
}
let touched = 0;
const touch = schema.getMutationType()?.getFields().touch;
if (touch) touch.resolve = () => (touched += 1);

let ready: Readiness = { database: true, seeded: true };
const logged: string[] = [];
let server: Listening;

beforeAll(async () => {
  const config = parseConfig({
    PORT: '0',
    REQUEST_TIMEOUT_MS: '800',
    MAX_BODY_BYTES: '20000',
    MAX_QUERY_DEPTH: '6',
    MAX_QUERY_ALIASES: '5',
    CORS_ORIGINS: 'https://ours.example',
  });
  const log = pino({ level: 'info' }, { write: (line: string) => logged.push(line) });
  server = await listen(
    createApp({ schema, config, log, contextFor: () => ({}), ready: async () => ready }),
    config.HOST,
    config.PORT,
  );
});
afterAll(() => server.stop());

interface Answer {
  status: number;
  headers: Headers;
  body: { data?: Record<string, unknown>; errors?: { message: string; extensions: Record<string, unknown> }[] };
}

async function post(body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: text,
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Answer['body'] };
}

/** Both paths of a request: ours for plain JSON, and Yoga's for browsers. */
const WAYS: [string, Record<string, string>][] = [
  ['plain', {}],
  ['from a browser', { origin: 'https://ours.example' }],
];

const NOT_FOUND = {
  errors: [{ message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }],
};
/** The extensions of a request that names its document by a hash. */
const named = (sha256Hash: string, version = 1) => ({ extensions: { persistedQuery: { version, sha256Hash } } });
const hashOf = (query: string) => createHash('sha256').update(query).digest('hex');

describe.each(WAYS)('a POST of JSON, %s', (_way, headers) => {
  const errorOf = async (body: unknown) => {
    const answer = await post(body, headers);
    return answer.body.errors?.[0];
  };

  test('is answered', async () => {
    const { status, body } = await post({ query: '{ hello }' }, headers);
    expect([status, body]).toEqual([200, { data: { hello: 'world' } }]);
  });

  test.each([
    ['a document that does not parse', { query: '{ hello' }, 'GRAPHQL_PARSE_FAILED'],
    ['an unknown field', { query: '{ nope }' }, 'GRAPHQL_VALIDATION_FAILED'],
    ['too deep', { query: `{ ${'self { '.repeat(7)} hello ${'} '.repeat(7)} }` }, 'LIMIT_EXCEEDED'],
    [
      'too deep through fragments',
      {
        query:
          '{ ...A } fragment A on Query { self { self { self { ...B } } } } fragment B on Query { self { self { self { self { hello } } } } }',
      },
      'LIMIT_EXCEEDED',
    ],
    [
      'too many aliases',
      { query: `{ ${Array.from({ length: 6 }, (_, i) => `a${i}: hello`).join(' ')} }` },
      'LIMIT_EXCEEDED',
    ],
    [
      'too many tokens',
      { query: `{ ${'hello '.repeat(5_000).slice(0, 15_000)} ${'x '.repeat(1_900)} }` },
      'LIMIT_EXCEEDED',
    ],
    ['too large', { query: `{ hello } #${'x'.repeat(30_000)}` }, 'LIMIT_EXCEEDED'],
    ['a coded error', { query: '{ coded }' }, 'BAD_USER_INPUT'],
    ['an unexpected error', { query: '{ boom }' }, 'INTERNAL_SERVER_ERROR'],
    ['a document 8,000 levels deep', { query: '{a'.repeat(8_000) }, 'LIMIT_EXCEEDED'],
    ['a list 18,000 levels deep', { query: `{ some(ids: ${'['.repeat(18_000)}` }, 'LIMIT_EXCEEDED'],
    [
      'an object of 300 levels',
      { query: `{ some(match: ${'{ not: '.repeat(300)} null ${'}'.repeat(300)}) }` },
      'LIMIT_EXCEEDED',
    ],
    [
      '__typename under many aliases',
      { query: `{ ${Array.from({ length: 1_000 }, (_, i) => `a${i}: __typename`).join(' ')} }` },
      'LIMIT_EXCEEDED',
    ],
    ...Object.entries({ limit: 'x', kind: 'NOPE', ids: { a: 1 }, match: { text: 3 } }).map(
      ([name, value]): [string, object, string] => {
        const type = { limit: 'Int', kind: 'Kind', ids: '[ID!]', match: 'Match' }[name];
        const query = `query($a: ${type}) { some(${name}: $a) }`;
        return [`a variable of a wrong type for ${name}`, { query, variables: { a: value } }, 'BAD_USER_INPUT'];
      },
    ),
  ])('%s is an error with a code', async (_what, body, code) => {
    const error = await errorOf(body);
    expect(error?.extensions.code).toBe(code);
    expect(JSON.stringify(error)).not.toMatch(/secret|MATCH|\.ts|stack/);
  });

  // From the third time on a document runs compiled.
  test.each(['{ hello\n  boom }', '{ self {\n coded } }'])('%s gives the same error every time', async (query) => {
    const errors = [];
    for (let i = 0; i < 4; i++) errors.push(await errorOf({ query }));
    const [first, ...others] = errors.map((error) => ({ ...error, extensions: { code: error?.extensions.code } }));
    expect(first).toMatchObject({ message: expect.any(String), path: expect.any(Array), locations: [{ line: 2 }] });
    for (const other of others) expect(other).toEqual(first);
  });

  test('a wrong variable is the same error of the client however often it comes, and the log has no stack', async () => {
    logged.length = 0;
    const [query, variables] = ['query($a: Int!) { some(limit: $a) }', { a: 'x' }];
    for (let i = 0; i < 4; i++) {
      expect(await errorOf({ query, variables })).toMatchObject({
        message: expect.stringContaining('"$a" got invalid value "x"'),
        extensions: { code: 'BAD_USER_INPUT' },
      });
    }
    expect(logged.filter((line) => line.includes('unexpected error'))).toEqual([]);
  });

  test('brackets in strings, block strings and comments do not nest', async () => {
    const many = '{[('.repeat(200);
    const query = `{ some(ids: ["${many}\\"${many}", """${many}\\"""${many}"""]) # ${many}\n hello }`;
    expect((await post({ query }, headers)).body).toEqual({ data: { some: null, hello: 'world' } });
  });

  test('an unknown hash is answered so that Apollo Client and urql send the text, and is known from then on', async () => {
    const query = `{ hello } # ${_way}`;
    const hash = named(hashOf(query));
    for (const accept of ['application/json', 'application/graphql-response+json']) {
      const { status, headers: got, body } = await post(hash, { ...headers, accept });
      expect([status, body]).toEqual([200, NOT_FOUND]);
      expect(got.get('cache-control')).toContain('no-cache');
    }
    for (const asked of [{ ...hash, query }, hash, { ...hash, query: '' }]) {
      expect((await post(asked, headers)).body).toEqual({ data: { hello: 'world' } });
    }
  });

  test.each([
    ['the hash of another text', { ...named(hashOf('{ self { hello } }')), query: '{ hello }' }],
    ['a hash that is too short', { ...named('ab'), query: '{ hello }' }],
    ['another version', { ...named(hashOf('{ hello }'), 2), query: '{ hello }' }],
  ])('%s is a bad request, and registers nothing', async (_what, body) => {
    const { status, body: answer } = await post(body, headers);
    expect([status, answer.errors?.[0]?.extensions.code]).toEqual([400, 'BAD_REQUEST']);
    expect((await post(named(hashOf('{ self { hello } }')), headers)).body).toEqual(NOT_FOUND);
  });

  test('refuses a fragment that doubles at every step in bounded time', async () => {
    const steps = Array.from(
      { length: 60 },
      (_, i) => `fragment F${i} on Query { a: self { ...F${i + 1} } b: self { ...F${i + 1} } }`,
    ).join(' ');
    const started = performance.now();
    expect((await errorOf({ query: `{ ...F0 } ${steps} fragment F60 on Query { hello }` }))?.extensions.code).toBe(
      'LIMIT_EXCEEDED',
    );
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  test('answers TIMEOUT when a resolver ignores the deadline', async () => {
    const started = performance.now();
    expect((await errorOf({ query: '{ slow }' }))?.extensions.code).toBe('TIMEOUT');
    expect(performance.now() - started).toBeLessThan(2_500);
  });

  test('keeps a safe request id, and creates one otherwise', async () => {
    expect(
      (await post({ query: '{ hello }' }, { ...headers, 'x-request-id': 'abc-1' })).headers.get('x-request-id'),
    ).toBe('abc-1');
    expect(
      (await post({ query: '{ hello }' }, { ...headers, 'x-request-id': 'a b;c' })).headers.get('x-request-id'),
    ).toMatch(/^[\w-]{36}$/);
  });
});

describe('the forms of a request', () => {
  test.each([
    ['invalid JSON', 'garbage'],
    ['a batch', [{ query: '{ hello }' }]],
    ['no query', { variables: {} }],
    ['variables that are not an object', { query: '{ hello }', variables: 'x' }],
  ])('%s is a 400', async (_what, body) => {
    const { status, body: answer } = await post(body);
    expect([status, answer.errors?.[0]?.extensions.code]).toEqual([400, 'BAD_REQUEST']);
  });

  test('answers in the media type that the client prefers, with its statuses', async () => {
    const { status, headers } = await post({ query: '{ nope }' }, { accept: 'application/graphql-response+json' });
    expect([status, headers.get('content-type')]).toEqual([400, 'application/graphql-response+json; charset=utf-8']);
  });

  test.each([
    'query={hello}&variables={bad',
    'query={hello}&extensions=x',
    'query={hello}&variables=[1]',
    'variables={}',
    '',
  ])('GET ?%s is a 400', async (parameters) => {
    const response = await fetch(`${server.url}/graphql?${parameters}`);
    const { errors } = (await response.json()) as Answer['body'];
    expect([response.status, errors?.[0]?.extensions]).toEqual([400, { code: 'BAD_REQUEST' }]);
  });

  test('a hash by GET is answered as by POST', async () => {
    const extensions = encodeURIComponent(JSON.stringify(named(hashOf('{hello}')).extensions));
    const response = await fetch(`${server.url}/graphql?extensions=${extensions}`);
    expect([response.status, await response.json()]).toEqual([200, NOT_FOUND]);
    const withText = await fetch(`${server.url}/graphql?query={hello}&extensions=${extensions}`);
    expect(await withText.json()).toEqual({ data: { hello: 'world' } });
    const again = await fetch(`${server.url}/graphql?extensions=${extensions}`);
    expect([await again.json(), again.headers.get('cache-control')]).toEqual([
      { data: { hello: 'world' } },
      'no-cache',
    ]);
    const known = { 'if-none-match': again.headers.get('etag') ?? '' };
    expect((await fetch(`${server.url}/graphql?extensions=${extensions}`, { headers: known })).status).toBe(304);
  });

  test('accepts a query by GET, and a mutation only by POST with JSON', async () => {
    const by = (query: string, init?: RequestInit) =>
      fetch(`${server.url}/graphql?query=${encodeURIComponent(query)}`, init);
    expect(await (await by('{ hello }')).json()).toEqual({ data: { hello: 'world' } });
    expect((await by('mutation { touch }')).status).toBeGreaterThanOrEqual(400);
    for (const type of [
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'text/plain',
      'application/graphql',
    ]) {
      const response = await fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': type },
        body: 'query=mutation{touch}',
      });
      expect([type, response.status]).toEqual([type, 415]);
    }
    expect(touched).toBe(0);
    expect((await post({ query: 'mutation { touch }' })).body).toEqual({ data: { touch: 1 } });
  });

  test('allows other origins only if they are configured', async () => {
    const allowed = async (origin: string) =>
      (await post({ query: '{ hello }' }, { origin })).headers.get('access-control-allow-origin');
    expect(await allowed('https://ours.example')).toBe('https://ours.example');
    expect(await allowed('https://theirs.example')).not.toBe('https://theirs.example');
  });

  test('compresses long responses for clients that accept it', async () => {
    const raw = await new Promise<{ encoding: string | undefined; body: Buffer }>((done) => {
      get(`${server.url}/graphql?query=%7Blong%7D`, { headers: { 'accept-encoding': 'gzip' } }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('end', () => done({ encoding: response.headers['content-encoding'], body: Buffer.concat(chunks) }));
      });
    });
    expect(raw.encoding).toBe('gzip');
    expect(raw.body.length).toBeLessThan(500);
    expect(gunzipSync(raw.body).toString()).toContain('a'.repeat(5_000));
  });
});

describe('an answer that is kept', () => {
  let calls = 0;
  const counted = buildSchema('type Query { count: Int passing: Int } type Mutation { count: Int }');
  const countOf = () => (calls += 1);
  for (const type of [counted.getQueryType(), counted.getMutationType()]) {
    const field = type?.getFields().count;
    if (field) field.resolve = countOf;
  }
  const passing = counted.getQueryType()?.getFields().passing;
  if (passing) {
    passing.resolve = (_root, _args, context) => {
      context.isPassing = true;
      return countOf();
    };
  }
  let kept: Listening;
  beforeAll(async () => {
    const config = parseConfig({ PORT: '0', CORS_ORIGINS: 'https://ours.example' });
    const log = pino({ level: 'silent' });
    const freshness = { versions: { current: async () => '1', known: () => '1' } };
    const parts = { schema: counted, config, log, contextFor: () => ({}), ready: async () => ready, freshness };
    kept = await listen(createApp(parts), config.HOST, 0);
  });
  afterAll(() => kept.stop());

  test.each(WAYS)(
    'is the result of a query, but never of a mutation or of what was cut short, %s',
    async (way, headers) => {
      const answerOf = async (query: string) => {
        const response = await fetch(`${kept.url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body: JSON.stringify({ query: `${query} # ${way}` }),
        });
        return Object.values(((await response.json()) as Answer['body']).data ?? {})[0];
      };
      const twice = async (query: string) => [await answerOf(query), await answerOf(query)];
      for (const [query, isKept] of [
        ['{ count }', true],
        ['mutation { count }', false],
        ['{ passing }', false],
      ] as const) {
        const [first, second] = await twice(query);
        expect([query, second === first]).toEqual([query, isKept]);
      }
    },
  );
});

describe('a list of trusted documents', () => {
  const listed = '{ hello }';
  const start = async (settings: Record<string, string>, own: string[] = []) => {
    const config = parseConfig({ PORT: '0', CORS_ORIGINS: 'https://ours.example', ...settings });
    const log = pino({ level: 'silent' });
    const persisted = persistedQueriesOf(config, own);
    const app = createApp({ schema, config, log, contextFor: () => ({}), ready: async () => ready, persisted });
    return listen(app, config.HOST, 0);
  };
  let folder: string;
  const fileOf = async (name: string, content: string) => {
    await writeFile(join(folder, name), content);
    return join(folder, name);
  };
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'glossograph-trusted-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  test.each(WAYS)('is known from the start, and can be all that is accepted, %s', async (_way, headers) => {
    const file = await fileOf('list.json', JSON.stringify({ [hashOf(listed)]: listed }));
    const own = '{ self { hello } }';
    const trusting = await start({ PERSISTED_QUERIES: file, PERSISTED_QUERIES_ONLY: 'on' }, [own]);
    const codeOf = async (body: object) => {
      const response = await fetch(`${trusting.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      });
      const { data, errors } = (await response.json()) as Answer['body'];
      return errors === undefined ? data : [response.status, errors[0]?.extensions.code];
    };
    expect(await codeOf(named(hashOf(listed)))).toEqual({ hello: 'world' });
    expect(await codeOf({ query: listed })).toEqual({ hello: 'world' });
    expect(await codeOf({ query: own })).toEqual({ self: { hello: 'world' } });
    const other = '{ hello self { hello } }';
    for (const body of [{ query: other }, named(hashOf(other)), { ...named(hashOf(other)), query: other }]) {
      expect(await codeOf(body)).toEqual([403, 'FORBIDDEN']);
    }
    await trusting.stop();
  });

  test.each([
    ['{', /list-0.json/],
    ['[]', /must be a JSON object/],
    [JSON.stringify({ ab: '{ hello }' }), /ab is not the SHA-256 hash of its document/],
  ])('that is %s is refused at start', async (content, expected) => {
    const file = await fileOf('list-0.json', content);
    await expect(start({ PERSISTED_QUERIES: file })).rejects.toThrow(expected);
  });

  test('is required if nothing else is accepted', async () => {
    await expect(start({ PERSISTED_QUERIES_ONLY: 'on' })).rejects.toThrow(/requires PERSISTED_QUERIES/);
  });
});

describe('health', () => {
  const readiness = async () => (await fetch(`${server.url}/ready`)).json();

  test('/health reports the process, /ready the database', async () => {
    const status = async (path: string) => (await fetch(server.url + path)).status;
    expect([await status('/health'), await status('/ready'), await status('/elsewhere')]).toEqual([200, 200, 404]);
    ready = { database: false, seeded: false };
    expect([await status('/health'), await status('/ready')]).toEqual([200, 503]);
    ready = { database: true, seeded: false };
    expect(await readiness()).toMatchObject({ status: 'unavailable', reason: 'NOT_SEEDED' });
    ready = { database: true, seeded: true, warm: false };
    expect(await readiness()).toMatchObject({ status: 'unavailable', reason: 'WARMING_UP' });
    ready = { database: true, seeded: true };
    expect(await status('/ready')).toBe(200);
  });

  test('/ready tells the versions, the latency, and what is degraded', async () => {
    ready = { database: true, seeded: true, latencyMs: 7.0812, dataVersion: '0123456789abcdef', model: 'off' };
    expect(await readiness()).toEqual({
      status: 'ready',
      version: VERSION,
      database: { responds: true, latencyMs: 7.1 },
      dataVersion: '0123456789abcdef',
      model: 'off',
      degraded: [],
    });
    ready = { ...ready, latencyMs: 900, model: 'missing' };
    const codes = ({ degraded }: { degraded: { code: string; message: string }[] }) => {
      for (const { message } of degraded) expect(message).toMatch(/^[A-Z].*\.$/);
      return degraded.map(({ code }) => code);
    };
    const slow = await fetch(`${server.url}/ready`);
    expect([slow.status, codes(await slow.json())]).toEqual([200, ['DATABASE_SLOW', 'MODEL_MISSING']]);
    ready = { database: false, seeded: false, model: 'missing' };
    const down = await fetch(`${server.url}/ready`);
    const body = await down.json();
    expect([down.status, body.reason, codes(body)]).toEqual([
      503,
      'DATABASE_UNAVAILABLE',
      ['DATABASE_UNAVAILABLE', 'MODEL_MISSING'],
    ]);
    ready = { database: true, seeded: true };
  });
});

test.each(WAYS)(
  'logs one line per request with id, status and codes, and without the query: %s',
  async (_way, headers) => {
    logged.length = 0;
    await post({ query: 'query Named { coded }', operationName: 'Named' }, { ...headers, 'x-request-id': 'log-1' });
    await expect.poll(() => logged.length).toBeGreaterThan(0);
    const line = JSON.parse(logged.find((one) => one.includes('log-1')) ?? '{}');
    expect(line).toMatchObject({ requestId: 'log-1', operation: 'Named', status: 200, codes: ['BAD_USER_INPUT'] });
    expect(JSON.stringify(line)).not.toContain('{ coded }');
  },
);

test('explains what to do about a port in use', async () => {
  const port = Number(new URL(server.url).port);
  await expect(listen(() => undefined, '127.0.0.1', port)).rejects.toThrow(/the port is already in use.*PORT/);
});

test('stopping answers requests in progress and accepts no more', async () => {
  const config = parseConfig({ PORT: '0', REQUEST_TIMEOUT_MS: '8000' });
  const log = pino({ level: 'silent' });
  const own = await listen(
    createApp({ schema, config, log, contextFor: () => ({}), ready: async () => ready }),
    config.HOST,
    0,
  );
  const under = fetch(`${own.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"query":"{ slow }"}',
  });
  await new Promise((done) => setTimeout(done, 300));
  const stopped = own.stop();
  expect(await (await under).json()).toEqual({ data: { slow: 'late' } });
  const answered = performance.now();
  await stopped;
  expect(performance.now() - answered).toBeLessThan(1_500); // the server does not wait for idle connections
  await expect(
    new Promise((done, fail) =>
      connect(Number(new URL(own.url).port), '127.0.0.1')
        .once('connect', done)
        .once('error', fail),
    ),
  ).rejects.toThrow();
}, 20_000);

test('a server that stops refuses new requests, says so at /ready at once, and ends those in progress', async () => {
  const config = parseConfig({ PORT: '0', REQUEST_TIMEOUT_MS: '8000' });
  let isStopping = false;
  const hangs = () => new Promise<Readiness>(() => undefined); // a database that does not respond
  const own = await listen(
    createApp({
      ...{ schema, config, log: pino({ level: 'silent' }), contextFor: () => ({}), ready: hangs },
      isStopping: () => isStopping,
    }),
    config.HOST,
    0,
  );
  const post = (query: string) =>
    fetch(`${own.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
  const under = post('{ slow }');
  await new Promise((done) => setTimeout(done, 300));
  isStopping = true;
  const stopped = own.stop();
  const refused = await post('{ hello }');
  expect([refused.status, refused.headers.get('connection')]).toEqual([503, 'close']);
  expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'SHUTTING_DOWN' } }] });
  const ready = await fetch(`${own.url}/ready`);
  expect([ready.status, await ready.json()]).toMatchObject([503, { reason: 'SHUTTING_DOWN' }]);
  expect((await fetch(`${own.url}/health`)).status).toBe(200);
  expect(await (await under).json()).toEqual({ data: { slow: 'late' } });
  await stopped;
  await expect(fetch(`${own.url}/health`)).rejects.toThrow();
}, 20_000);

test('a server that stops does not wait longer than it is told', async () => {
  const config = parseConfig({ PORT: '0', REQUEST_TIMEOUT_MS: '8000' });
  const parts = { schema, config, log: pino({ level: 'silent' }), contextFor: () => ({}), ready: async () => ready };
  const own = await listen(createApp(parts), config.HOST, 0);
  const under = fetch(`${own.url}/graphql?query={slow}`);
  await new Promise((done) => setTimeout(done, 300));
  const asked = performance.now();
  await Promise.all([own.stop(500), expect(under).rejects.toThrow()]);
  expect(performance.now() - asked).toBeLessThan(2_000);
}, 20_000);

describe('a page or file beside the API', () => {
  const route = (answer: Route['answer']): Route => ({ matches: (path) => path === '/kites', answer });
  const ask = async (answer: Route['answer'], init: RequestInit = {}) => {
    const config = parseConfig({ PORT: '0' });
    const log = pino({ level: 'silent' });
    const app = createApp({
      schema,
      config,
      log,
      contextFor: () => ({}),
      ready: async () => ready,
      routes: [route(answer)],
    });
    const here = await listen(app, config.HOST, 0);
    const response = await fetch(`${here.url}/kites?a=1`, init);
    const body = await response.text();
    await here.stop();
    return { status: response.status, allow: response.headers.get('allow'), body };
  };

  test('answers by its route', async () => {
    const answered = await ask((_request, response) => void response.end('a kite'));
    expect(answered).toMatchObject({ status: 200, body: 'a kite' });
  });

  test('accepts only GET and HEAD', async () => {
    const answered = await ask((_request, response) => void response.end('a kite'), { method: 'POST' });
    expect(answered).toMatchObject({ status: 405, allow: 'GET, HEAD' });
  });

  test('gives a coded error its status, and hides every other error', async () => {
    const coded = await ask(() => {
      throw new GraphQLError('of: an id', { extensions: { code: 'BAD_USER_INPUT' } });
    });
    expect(coded.status).toBe(400);
    expect(coded.body).toContain('of: an id');
    const plain = await ask(async () => {
      throw new Error('MATCH (n) in /srv/secret.ts');
    });
    expect(plain.status).toBe(500);
    expect(plain.body).toContain('INTERNAL_SERVER_ERROR');
    expect(plain.body).not.toMatch(/MATCH|srv/);
  });
});
