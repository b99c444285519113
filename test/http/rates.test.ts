/** The rate limit: budgets, headers, and the addresses of clients behind proxies. No database is needed. */
import type { IncomingMessage } from 'node:http';
import { describe, expect, test } from 'vitest';
import { parseConfig } from '../../src/config.ts';
import { clientAddressBy, networkOf } from '../../src/http/client-address.ts';
import { Rates } from '../../src/http/rates.ts';
import { doorServer, WAYS } from '../setup/door-server.ts';

const { start, ask, keyFile } = doorServer();
const query = { query: '{ hello }' };
const bearer = (key: string | undefined) => ({ authorization: `Bearer ${key}` });

describe.each(WAYS)('with RATE_LIMIT, by %s', (_way, more) => {
  test('every response has the headers, and one request too many is refused with the time to wait', async () => {
    await start({ RATE_LIMIT: '2' });
    for (const remaining of ['1', '0']) {
      const { status, headers } = await ask('/graphql', more, query);
      expect([status, headers['ratelimit-limit'], headers['ratelimit-remaining']]).toEqual([200, '2', remaining]);
      expect(Number(headers['ratelimit-reset'])).toBeGreaterThanOrEqual(1);
      expect(Number(headers['ratelimit-reset'])).toBeLessThanOrEqual(60);
      expect(headers['retry-after']).toBeUndefined();
    }
    for (const url of ['/graphql', '/page', '/graph/x']) {
      const { status, code, headers, text } = await ask(url, more, url === '/graphql' ? query : undefined);
      expect([status, code, headers['ratelimit-remaining']]).toEqual([429, 'RATE_LIMITED', '0']);
      expect(headers['retry-after']).toBe(headers['ratelimit-reset']);
      expect(JSON.parse(text).errors[0].message).toMatch(
        /^This server accepts 2 requests per minute\. Send the next request in \d+ seconds?\.$/,
      );
    }
    expect([(await ask('/health')).status, (await ask('/ready')).status]).toEqual([200, 200]);
  });
});

test('without RATE_LIMIT, no response has the headers', async () => {
  await start({});
  expect((await ask('/graphql', {}, query)).headers).not.toHaveProperty('ratelimit-limit');
});

test('a page on another site can read the headers', async () => {
  await start({ RATE_LIMIT: '1' });
  for (const status of [200, 429]) {
    const answer = await ask('/graphql', { origin: 'https://ours.example' }, query);
    expect([answer.status, answer.headers['access-control-allow-origin']]).toEqual([status, 'https://ours.example']);
    expect(answer.headers['access-control-expose-headers']).toMatch(/RateLimit-Remaining.*Retry-After/);
  }
});

test('each key has its own budget, and wrong keys use the budget of the address', async () => {
  const { file, keys } = await keyFile('keys.json', 'one', 'two');
  await start({ API_KEYS: file, RATE_LIMIT: '2' });
  const statusOf = async (headers: Record<string, string>) => (await ask('/graphql', headers, query)).status;
  const one = [await statusOf(bearer(keys[0])), await statusOf(bearer(keys[0])), await statusOf(bearer(keys[0]))];
  expect(one).toEqual([200, 200, 429]);
  expect(await statusOf(bearer(keys[1]))).toBe(200);
  expect([await statusOf(bearer('guess-1')), await statusOf({}), await statusOf(bearer('guess-2'))]).toEqual([
    401, 401, 429,
  ]);
  expect(await statusOf(bearer(keys[1]))).toBe(200);
});

describe('X-Forwarded-For', () => {
  const statuses = async (...forwarded: string[]) => {
    const found: unknown[] = [];
    for (const one of forwarded) found.push((await ask('/graphql', { 'x-forwarded-for': one }, query)).status);
    return found;
  };

  test('is ignored without TRUSTED_PROXIES, and with proxies that did not send the request', async () => {
    for (const TRUSTED_PROXIES of ['', '10.0.0.1']) {
      await start({ RATE_LIMIT: '1', TRUSTED_PROXIES });
      expect(await statuses('1.1.1.1', '2.2.2.2')).toEqual([200, 429]);
    }
  });

  test('tells the clients of a trusted proxy apart, and not by what a client claims', async () => {
    for (const TRUSTED_PROXIES of ['1', '127.0.0.0/8']) {
      await start({ RATE_LIMIT: '1', TRUSTED_PROXIES });
      expect(await statuses('1.1.1.1', '2.2.2.2', '9.9.9.9, 1.1.1.1', '2.2.2.2')).toEqual([200, 200, 429, 429]);
    }
  });

  const addressOf = (socket: string, forwarded: string | undefined, trusted: string) =>
    clientAddressBy(parseConfig({ TRUSTED_PROXIES: trusted }).TRUSTED_PROXIES)({
      socket: { remoteAddress: socket },
      headers: { 'x-forwarded-for': forwarded },
    } as unknown as IncomingMessage);

  test.each([
    ['7.7.7.7', '1.1.1.1', '', '7.7.7.7'],
    ['7.7.7.7', undefined, '1', '7.7.7.7'],
    ['7.7.7.7', '1.1.1.1, 2.2.2.2, 3.3.3.3', '1', '3.3.3.3'],
    ['7.7.7.7', '1.1.1.1, 2.2.2.2, 3.3.3.3', '2', '2.2.2.2'],
    ['7.7.7.7', '1.1.1.1', '2', '1.1.1.1'],
    ['7.7.7.7', 'unknown', '1', '7.7.7.7'],
    ['7.7.7.7', 'evil, 2.2.2.2', '2', '2.2.2.2'],
    ['7.7.7.7', '1.1.1.1:8080', '1', '1.1.1.1'],
    ['7.7.7.7', '[2001:db8::1]:8080', '1', '2001:db8::1'],
    ['::ffff:10.0.0.1', '1.1.1.1, 10.9.9.9', '10.0.0.0/8', '1.1.1.1'],
    ['10.0.0.1', '1.1.1.1, 2.2.2.2, 10.9.9.9', '10.0.0.0/8', '2.2.2.2'],
    ['fd00::1', '2001:db8::1', 'fd00::/8, 10.0.0.1', '2001:db8::1'],
    ['10.0.0.2', '1.1.1.1', '10.0.0.1', '10.0.0.2'],
    ['10.0.0.1', '10.0.0.3', '10.0.0.0/8', '10.0.0.3'],
    ['', '1.1.1.1', '10.0.0.1', ''],
  ])('from %j with %j and TRUSTED_PROXIES=%j is %j', (socket, forwarded, trusted, expected) => {
    expect(addressOf(socket, forwarded, trusted)).toBe(expected);
  });

  test.each(['0', '10', 'x', '10.0.0.0/33', '10.0.0.0/8/8', '::1/129', '10.0.0.1,,x'])(
    'TRUSTED_PROXIES=%s is refused',
    (TRUSTED_PROXIES) => expect(() => parseConfig({ TRUSTED_PROXIES })).toThrow(/TRUSTED_PROXIES: must be the number/),
  );
});

test.each([
  ['1.2.3.4', '1.2.3.4'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002:ffff:ffff:ffff:ffff', '2001:db8:1:2::/64'],
  ['2001:db8:1:3::9', '2001:db8:1:3::/64'],
  ['2001:db8::', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['', ''],
])('the network of %j is %j', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

test('the number of callers in memory has a limit', async () => {
  const rates = new Rates(2, 3);
  for (const caller of ['a', 'b', 'c', 'a']) await rates.count(caller);
  expect((await rates.count('a')).isExceeded).toBe(true);
  await rates.count('d'); // forgets b, which has been quiet for the longest time
  expect((await rates.count('b')).remaining).toBe(1);
  expect((await rates.count('a')).isExceeded).toBe(true);
  for (let at = 0; at < 1_000; at += 1) await rates.count(`from ${at}`);
  const { limiter, callers } = rates as unknown as {
    limiter: { dump(): { storage: unknown[] } };
    callers: { size: number };
  };
  expect([limiter.dump().storage.length, callers.size]).toEqual([3, 3]);
});
