/** API keys at the door of the server, in both ways of serving. No database is needed. */
import crypto from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { afterEach, describe, expect, test } from 'vitest';
import { ConfigError } from '../../src/config.ts';
import { addKey, newKey, parseKeys } from '../../src/http/key-file.ts';
import { type DoorAnswer, doorServer, OWN_DOCUMENT, WAYS } from '../setup/door-server.ts';

const { start, ask, keyFile, path, logged } = doorServer();

const bearer = (key: string) => ({ authorization: `Bearer ${key}` });
const query = { query: '{ hello }' };
/** Every kind of path: what it is, and how to ask for it. */
const ASKED: [what: string, url: string, body?: object][] = [
  ['the API by GET', '/graphql?query={hello}'],
  ['the API by POST', '/graphql', query],
  ['an export', '/graph/x'],
  ['a route that does not say what it is', '/metrics'],
  ['a page', '/page'],
  ['a file of GraphiQL', '/graphiql/x'],
  ['an unknown path', '/nothing'],
];

describe.each(WAYS)('with API_KEYS, by %s', (_way, more) => {
  test.each(ASKED)('%s needs a key', async (_what, url, body) => {
    const { file, keys } = await keyFile('keys.json', 'one', 'two');
    await start({ API_KEYS: file });
    const refusals: [Record<string, string>, RegExp][] = [
      [{}, /^Bearer realm="glossograph"$/],
      [bearer(newKey('x').key), /error="invalid_token"/],
      [bearer(`${keys[0]}x`), /error="invalid_token"/],
      [bearer(String(keys[0]).slice(0, -1)), /error="invalid_token"/],
      [bearer(''), /error="invalid_token"/],
      [{ authorization: `Basic ${keys[0]}` }, /^Bearer realm="glossograph"$/],
      [{ authorization: String(keys[0]) }, /^Bearer realm="glossograph"$/],
    ];
    for (const [headers, challenge] of refusals) {
      const { status, code, headers: got, text } = await ask(url, { ...more, ...headers }, body);
      expect([status, code, got['cache-control']]).toEqual([401, 'UNAUTHENTICATED', 'no-store']);
      expect(got['www-authenticate']).toMatch(challenge);
      expect(Object.keys(JSON.parse(text))).toEqual(['errors']);
    }
    for (const key of keys) {
      const { status } = await ask(url, { ...more, ...bearer(key) }, body);
      expect([200, 404]).toContain(status);
    }
  });
});

test('/health and /ready are open to everyone', async () => {
  await start({ API_KEYS: (await keyFile('keys.json', 'one')).file });
  expect([(await ask('/health')).status, (await ask('/ready')).status]).toEqual([200, 200]);
});

test('without API_KEYS, no path needs a key, and a key changes nothing', async () => {
  await start({});
  for (const [, url, body] of ASKED) {
    for (const headers of [{}, bearer('x')]) expect([200, 404]).toContain((await ask(url, headers, body)).status);
  }
});

test('a response that is cached for one key is never sent without a key', async () => {
  const { file, keys } = await keyFile('keys.json', 'one', 'two');
  await start({ API_KEYS: file });
  for (const [, more] of WAYS) {
    for (const key of [keys[0], keys[0], keys[1]]) {
      expect((await ask('/graphql', { ...more, ...bearer(String(key)) }, query)).status).toBe(200);
    }
    expect((await ask('/graphql', more, query)).status).toBe(401);
  }
  expect(logged.filter((line) => line.includes('"fromCache":true'))).not.toEqual([]);
});

describe('with PUBLIC_PAGES', () => {
  const open = async () => {
    const { file, keys } = await keyFile('keys.json', 'one');
    await start({ API_KEYS: file, PUBLIC_PAGES: 'on' });
    return String(keys[0]);
  };

  test('the website is open, and exports and unmarked routes still need a key', async () => {
    const key = await open();
    const statuses: Record<string, unknown> = {};
    for (const url of ['/page', '/nothing', '/graph/x', '/metrics']) {
      statuses[url] = [await ask(url), await ask(url, bearer(key)), await ask(url, bearer('wrong'))].map(
        ({ status }) => status,
      );
    }
    expect(statuses).toEqual({
      '/page': [200, 200, 401],
      '/nothing': [404, 404, 401],
      '/graph/x': [401, 200, 401],
      '/metrics': [401, 200, 401],
    });
    const page = await ask('/graphql', { accept: 'text/html' });
    expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
  });

  test.each(WAYS)('the API accepts only documents of the website without a key, by %s', async (_way, more) => {
    const key = await open();
    const sha256Hash = crypto.createHash('sha256').update(query.query).digest('hex');
    const named = { extensions: { persistedQuery: { version: 1, sha256Hash } } };
    expect((await ask('/graphql', more, { query: OWN_DOCUMENT })).text).toContain('world');
    expect((await ask('/graphql', { ...more, authorization: 'Basic eDp5' }, { query: OWN_DOCUMENT })).status).toBe(200);
    const others = [query, { query: `${OWN_DOCUMENT} ` }, named, { ...query, ...named }, { query: '' }];
    const refused = async () => {
      for (const body of others) {
        const { status, code, headers } = await ask('/graphql', more, body);
        expect([body, status, code]).toEqual([body, 401, 'UNAUTHENTICATED']);
        expect(headers['www-authenticate']).toMatch(/^Bearer/);
      }
    };
    await refused();
    // Neither a cached response nor a registered document opens the API to others.
    expect((await ask('/graphql', { ...more, ...bearer(key) }, query)).text).toContain('world');
    expect((await ask('/graphql', { ...more, ...bearer(key) }, { ...query, ...named })).text).toContain('world');
    await refused();
    expect((await ask('/graphql', { ...more, ...bearer('wrong') }, { query: OWN_DOCUMENT })).status).toBe(401);
  });

  test('the API by GET accepts only documents of the website without a key', async () => {
    const key = await open();
    const own = `/graphql?query=${encodeURIComponent(OWN_DOCUMENT)}`;
    expect((await ask(own)).status).toBe(200);
    const other = await ask('/graphql?query={hello}');
    expect([other.status, other.code]).toEqual([401, 'UNAUTHENTICATED']);
    expect((await ask('/graphql?query={hello}', bearer(key))).status).toBe(200);
  });
});

test('a page on another site may ask whether it can send a key, and can read why it was refused', async () => {
  const { file } = await keyFile('keys.json', 'one');
  await start({ API_KEYS: file });
  const origin = 'https://ours.example';
  const asking = { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' };
  const preflight = await ask('/graphql', asking, undefined, 'OPTIONS');
  expect([preflight.status, preflight.text]).toEqual([204, '']);
  expect(preflight.headers).toMatchObject({
    'access-control-allow-origin': origin,
    'access-control-allow-headers': 'authorization',
  });
  expect((await ask('/graphql', { origin }, query)).headers['access-control-allow-origin']).toBe(origin);
  const strange = await ask('/graphql', { origin: 'https://theirs.example' }, query);
  expect([strange.status, strange.headers['access-control-allow-origin']]).toEqual([401, undefined]);
  expect((await ask('/graph/x', asking, undefined, 'OPTIONS')).status).toBe(401);
});

describe('the file of keys', () => {
  const statusOf = async (key: string) => (await ask('/graphql', bearer(key), query)).status;
  const errors = () => logged.filter((line) => line.includes('"level":50'));

  test('is read again when it changes, and a broken file keeps the last keys and logs one error', async () => {
    const { file, keys, entries } = await keyFile('keys.json', 'one', 'two');
    const [first = '', second = ''] = keys;
    await start({ API_KEYS: file });
    expect([await statusOf(first), await statusOf(second)]).toEqual([200, 200]);

    await writeFile(`${file}.next`, JSON.stringify(entries.slice(1)));
    await rename(`${file}.next`, file);
    await expect.poll(() => statusOf(first), { timeout: 5_000 }).toBe(401);
    expect(await statusOf(second)).toBe(200);

    for (const [content, fault] of [
      [`[{"name": "${first}"`, /valid JSON/],
      ['{}', /JSON array/],
      ['[{"name":"x","sha256":"short"}]', /entry 1: sha256: must be/],
    ] as const) {
      logged.length = 0;
      await writeFile(file, content);
      await expect.poll(async () => [await statusOf(second), errors().length], { timeout: 5_000 }).toEqual([200, 1]);
      expect(errors()[0]).toMatch(fault);
    }
    await rm(file);
    logged.length = 0;
    await expect.poll(async () => [await statusOf(second), errors().length], { timeout: 5_000 }).toEqual([200, 1]);
    expect(errors()[0]).toMatch(/does not exist/);

    await writeFile(file, JSON.stringify(entries));
    await expect.poll(() => statusOf(first), { timeout: 5_000 }).toBe(200);
  }, 30_000);

  test('that is removed from is not accepted by the first request after a pause', async () => {
    const { file, keys } = await keyFile('keys.json', 'one');
    await start({ API_KEYS: file });
    await writeFile(file, '[]');
    await new Promise((done) => setTimeout(done, 1_050));
    expect(await statusOf(String(keys[0]))).toBe(401);
  });

  test.each([
    ['[', /valid JSON/],
    ['{}', /must contain a JSON array/],
    ['["x"]', /entry 1: must be an object with/],
    ['[{"name":"a b","sha256":""}]', /entry 1: name: must be 1 to 64/],
    [`[{"name":"a","sha256":"${'a'.repeat(64)}","expires":"2026-01-01"}]`, /entry 1: must be an object with/],
    [`[{"name":"a","sha256":"${'a'.repeat(64)}"},{"name":"a","sha256":"${'b'.repeat(64)}"}]`, /entry 2: name: is the/],
    [`[{"name":"a","sha256":"${'a'.repeat(64)}"},{"name":"b","sha256":"${'a'.repeat(64)}"}]`, /entry 2: sha256: is/],
  ])('that contains %s is refused at start', async (content, fault) => {
    await writeFile(path('wrong.json'), content);
    const failure = await start({ API_KEYS: path('wrong.json') }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ConfigError);
    expect(String(failure)).toMatch(fault);
  });

  test('that does not exist is refused at start, and a key in its place is not printed', async () => {
    await expect(start({ API_KEYS: path('missing.json') })).rejects.toThrow(/API_KEYS: .*the file does not exist/);
    const { key } = newKey('a');
    await expect(start({ API_KEYS: key })).rejects.toThrow(/^(?!.*gg_).*API_KEYS: must be the path/s);
  });

  test('gets new keys one at a time', async () => {
    const file = path('added.json');
    const [first, second] = [newKey('first').entry, newKey('second').entry];
    await addKey(file, first);
    await addKey(file, second);
    const { readFile, stat } = await import('node:fs/promises');
    expect(parseKeys(await readFile(file, 'utf8'))).toEqual([first, second]);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    await expect(addKey(file, newKey('first').entry)).rejects.toThrow(/already has a key with the name first/);
    await writeFile(`${file}.new`, '');
    await expect(addKey(file, newKey('third').entry)).rejects.toThrow(/added\.json\.new already exists/);
    await rm(`${file}.new`);
    await writeFile(file, 'broken');
    await expect(addKey(file, newKey('third').entry)).rejects.toThrow(/valid JSON/);
    expect(await readFile(file, 'utf8')).toBe('broken');
  });
});

describe('the comparison of keys', () => {
  const original = crypto.timingSafeEqual;
  afterEach(() => {
    crypto.timingSafeEqual = original;
    syncBuiltinESMExports();
  });

  test('compares the hash with every key, whichever key matches', async () => {
    const { file, keys } = await keyFile('keys.json', 'a', 'b', 'c', 'd');
    await start({ API_KEYS: file });
    let compared = 0;
    crypto.timingSafeEqual = (left, right) => {
      expect([left.byteLength, right.byteLength]).toEqual([32, 32]);
      compared += 1;
      return original(left, right);
    };
    syncBuiltinESMExports();
    for (const [key, expected] of [
      [keys[0], 200],
      [keys[3], 200],
      ['x', 401],
      ['x'.repeat(5_000), 401],
    ] as const) {
      compared = 0;
      const { status } = await ask('/graphql', bearer(String(key)), query);
      expect([status, compared]).toEqual([expected, 4]);
    }
  });
});

test('the log names the key of a request and contains nothing of any key, right or wrong', async () => {
  const { file, keys, entries } = await keyFile('keys.json', 'reporting');
  await start({ API_KEYS: file, RATE_LIMIT: '20' });
  const wrong = newKey('x').key;
  const answers: DoorAnswer[] = [];
  for (const key of [String(keys[0]), wrong]) {
    for (const [, url, body] of ASKED) answers.push(await ask(url, bearer(key), body));
  }
  await writeFile(file, `[{"name":"${keys[0]}`);
  await new Promise((done) => setTimeout(done, 1_050));
  answers.push(await ask('/page', bearer(wrong)));
  const shown = [...logged, ...answers.map(({ text, headers }) => text + JSON.stringify(headers))].join('\n');
  expect(logged.some((line) => line.includes('"key":"reporting"'))).toBe(true);
  expect(logged.some((line) => line.includes('"codes":["UNAUTHENTICATED"]'))).toBe(true);
  for (const secret of [String(keys[0]), wrong, String(entries[0]?.sha256)]) {
    expect(shown).not.toContain(secret.slice(0, 12));
    expect(shown).not.toContain(secret.slice(-12));
  }
});
