/** The door of the server: clients that send slowly, too many connections, and names that are not its own. No database is needed. */
import { request as httpRequest } from 'node:http';
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { buildSchema } from 'graphql';
import { pino } from 'pino';
import { afterEach, describe, expect, test } from 'vitest';
import { parseConfig } from '../../src/config.ts';
import { exposureWarning, hostCheck } from '../../src/http/hosts.ts';
import { type Listening, listen } from '../../src/http/server.ts';
import { createApp } from '../../src/server/app.ts';

let server: Listening;
const logged: string[] = [];

async function start(env: Record<string, string>): Promise<number> {
  const config = parseConfig({ PORT: '0', LOG_LEVEL: 'info', ...env });
  logged.length = 0;
  const app = createApp({
    schema: buildSchema('type Query { hello: String }'),
    config,
    log: pino({ level: 'info' }, { write: (line: string) => logged.push(line) }),
    contextFor: () => ({}),
    ready: async () => ({ database: true, seeded: true }),
  });
  server = await listen(app, '127.0.0.1', 0, config);
  return Number(new URL(server.url).port);
}
afterEach(() => server?.stop(100));

/** A client that sends a text and then a blank from time to time; when its connection closes, what it got and how long it took. */
function trickle(port: number, text: string): Promise<{ got: string; seconds: number }> {
  const started = performance.now();
  return new Promise((done) => {
    let got = '';
    const socket: Socket = connect(port, '127.0.0.1', () => socket.write(text));
    const dripping = setInterval(() => socket.write(' '), 100);
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      got += chunk;
    });
    socket.once('close', () => {
      clearInterval(dripping);
      done({ got, seconds: (performance.now() - started) / 1000 });
    });
  });
}
const POST = (path: string, more = '') =>
  `POST ${path} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n${more}\r\n{`;

describe('a client that sends slowly', () => {
  test.each([
    ['its body, as JSON', POST('/graphql'), /503.*TIMEOUT/s],
    ['its body, from a browser', POST('/graphql', 'origin: https://other.example\r\n'), /503.*TIMEOUT/s],
    ['a body where none belongs', POST('/health'), /200/],
    ['its headers', 'GET /health HTTP/1.1\r\nhost: localhost\r\nx-slow: ', /408|^$/],
  ])('%s is answered, and its connection is closed', async (_what, text, answer) => {
    const port = await start({ REQUEST_TIMEOUT_MS: '300', HEADERS_TIMEOUT_MS: '500' });
    const { got, seconds } = await trickle(port, text);
    expect(got).toMatch(answer);
    expect(seconds).toBeLessThan(5);
    await pause(50);
    expect(logged.filter((line) => line.includes('unexpected error'))).toEqual([]);
  });

  test('does not keep a server from answering others', async () => {
    const port = await start({ REQUEST_TIMEOUT_MS: '300' });
    const slow = Array.from({ length: 100 }, () => trickle(port, POST('/graphql')));
    await pause(100);
    expect(await (await fetch(`http://127.0.0.1:${port}/graphql?query={hello}`)).json()).toEqual({
      data: { hello: null },
    });
    for (const { seconds } of await Promise.all(slow)) expect(seconds).toBeLessThan(6);
  });

  test('connections beyond MAX_CONNECTIONS are closed at once', async () => {
    const port = await start({ MAX_CONNECTIONS: '2' });
    const held = [connect(port, '127.0.0.1'), connect(port, '127.0.0.1')];
    await Promise.all(held.map((socket) => new Promise((done) => socket.once('connect', done))));
    await pause(50);
    const { got, seconds } = await trickle(port, 'GET /health HTTP/1.1\r\n');
    expect([got, seconds < 1]).toEqual(['', true]);
    for (const socket of held) socket.destroy();
  });
});

describe('the Host header', () => {
  const statusFor = (port: number, path: string, host: string) =>
    new Promise((done, fail) => {
      const asked = httpRequest({ port, host: '127.0.0.1', path, headers: { host } }, (response) => {
        response.resume();
        done(response.statusCode);
      });
      asked.once('error', fail).end();
    });

  test('beyond loopback must be an address or a known name, for the API and for pages', async () => {
    const port = await start({ HOST: '0.0.0.0', ALLOWED_HOSTS: 'Ours.example', PUBLIC_URL: 'https://public.example' });
    const statuses: Record<string, unknown> = {};
    const hosts = ['ours.example:4000', 'public.example', `127.0.0.1:${port}`, '[::1]:4000', 'localhost', '10.1.2.3'];
    const strange = [
      'evil.example',
      'ours.example.evil.example',
      'evil.example:4000',
      'x@127.0.0.1',
      '127.0.0.1.evil.example',
    ];
    for (const host of [...hosts, ...strange]) statuses[host] = await statusFor(port, '/graphql?query={hello}', host);
    expect(statuses).toEqual({
      ...Object.fromEntries(hosts.map((host) => [host, 200])),
      ...Object.fromEntries(strange.map((host) => [host, 421])),
    });
    expect(await statusFor(port, '/term/a', 'evil.example')).toBe(421);
    expect(await statusFor(port, '/health', 'evil.example')).toBe(200);
  });

  test('on loopback is checked when ALLOWED_HOSTS is set; * accepts every name', () => {
    const check = (env: Record<string, string>) => hostCheck(parseConfig(env))('evil.example');
    expect(check({})).toBe(true);
    expect(check({ ALLOWED_HOSTS: 'ours.example' })).toBe(false);
    expect(check({ HOST: '::' })).toBe(false);
    expect(check({ HOST: '0.0.0.0', ALLOWED_HOSTS: '*' })).toBe(true);
  });

  test('a start beyond loopback warns, one on loopback does not', () => {
    for (const HOST of ['127.0.0.1', '127.8.8.8', 'localhost', '::1']) {
      expect(exposureWarning(parseConfig({ HOST }))).toBeUndefined();
    }
    const warning = exposureWarning(parseConfig({ HOST: '0.0.0.0', ALLOWED_HOSTS: 'ours.example' }));
    expect(warning).toMatch(/^WARNING: HOST=0\.0\.0\.0 .*requires no API key/);
    expect(warning).toContain('localhost, ours.example. To add host names, set ALLOWED_HOSTS');
    expect(exposureWarning(parseConfig({ HOST: '0.0.0.0', API_KEYS: 'keys.json' }))).toMatch(/proxy with TLS/);
  });
});
