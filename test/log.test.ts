/** The log of a server that gets secrets from clients and from errors: it contains none of them. */
import { request as httpRequest } from 'node:http';
import { buildSchema } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseConfig } from '../src/config.ts';
import { type Listening, listen } from '../src/http/server.ts';
import { createLog } from '../src/log.ts';
import { createApp } from '../src/server/app.ts';

const SECRET = 'hush-hush-hush';
const lines: string[] = [];
const log = createLog({ LOG_LEVEL: 'trace' }, { write: (line: string) => void lines.push(line) });
const schema = buildSchema('type Query { fails(key: String): String }');
const field = schema.getQueryType()?.getFields().fails;
if (field) {
  field.resolve = (_root, { key }) => {
    // The error of a driver or a client library can contain the address and the headers of the server that it called.
    const error = new Error(`cannot reach bolt://neo4j:${key}@db:7687 with Authorization: Bearer ${key}`);
    throw Object.assign(error, {
      url: `https://user:${key}@example.org/path`,
      config: { headers: { Authorization: `Basic ${key}`, Cookie: key, 'X-API-Key': key }, password: key },
      variables: { deep: { key } },
    });
  };
}
let server: Listening;

beforeAll(async () => {
  const config = parseConfig({ PORT: '0' });
  const ready = async () => ({ database: true, seeded: true });
  server = await listen(createApp({ schema, config, log, contextFor: () => ({}), ready }), config.HOST, 0);
});
afterAll(() => server.stop(100));

const HEADERS = {
  authorization: `Bearer ${SECRET}`,
  'proxy-authorization': `Basic ${SECRET}`,
  cookie: `session=${SECRET}`,
  'x-api-key': SECRET,
};

test('secrets in headers, variables, addresses, and errors do not reach the log', async () => {
  const response = await fetch(`${server.url}/graphql?key=${SECRET}`, {
    method: 'POST',
    headers: { ...HEADERS, 'content-type': 'application/json' },
    body: JSON.stringify({ query: 'query ($key: String) { fails(key: $key) }', variables: { key: SECRET } }),
  });
  expect(await response.text()).not.toContain(SECRET);
  // A request to a proxy names a whole address.
  const { hostname, port, host } = new URL(server.url);
  await new Promise((done, fail) => {
    const path = `http://user:${SECRET}@${host}/nowhere?key=${SECRET}`;
    httpRequest({ hostname, port, path, headers: HEADERS }, (answer) => answer.resume().once('end', done))
      .once('error', fail)
      .end();
  });
  await expect.poll(() => lines.filter((line) => line.includes('"msg":"request"')).length).toBe(2);
  const all = lines.join('');
  expect(all).not.toContain(SECRET);
  // What remains is still of use.
  expect(all).toContain('bolt://***@db:7687');
  expect(all).toContain('"msg":"unexpected error"');
  expect(all).toContain('"path":"http://***@');
});

test('replaces values with a telling name at every level, and nothing else', () => {
  lines.length = 0;
  const kept = { tokens: 3, path: '/term/password', list: [{ id: 1 }], at: new Date(0), none: null };
  log.info({ ...kept, a: { b: { c: { Access_Token: SECRET } } }, many: [{ apiKey: SECRET }] }, 'a line');
  const { level: _level, time: _time, msg, ...line } = JSON.parse(lines[0] ?? '{}');
  expect([msg, line]).toEqual([
    'a line',
    {
      ...{ ...kept, at: '1970-01-01T00:00:00.000Z' },
      a: { b: { c: { Access_Token: '[redacted]' } } },
      many: [{ apiKey: '[redacted]' }],
    },
  ]);
});
