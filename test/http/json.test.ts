/** Answers as JSON: long ones in pieces, which are the same text. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endWithJson } from '../../src/http/json.ts';
import { isPlainJsonPost } from '../../src/http/json-post.ts';

let answer: object = {};
let turns = 0;
const server = createServer((_request, response) => {
  turns = 0;
  const counting = setInterval(() => (turns += 1), 0);
  void endWithJson(response, answer).then(() => clearInterval(counting));
});
beforeAll(() => new Promise<void>((done) => server.listen(0, '127.0.0.1', done)));
afterAll(() => void server.close());

const told = async (value: object) => {
  answer = value;
  return (await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)).text();
};
const rows = (length: number) => Array.from({ length }, (_, i) => ({ id: `Term:${i}`, of: [i, null, undefined] }));

describe('a response', () => {
  test.each([0, 1, 1_000, 1_001, 2_000, 4_321])(
    'with lists of %i rows is what JSON.stringify gives',
    async (length) => {
      const long = { data: { graph: { nodes: rows(length), edges: rows(length), none: undefined }, term: null } };
      expect(await told(long)).toBe(JSON.stringify(long));
    },
  );

  test('equals the output of JSON.stringify for any value', async () => {
    await fc.assert(
      fc.asyncProperty(fc.object({ maxDepth: 4 }), fc.boolean(), async (value, withLongList) => {
        const whole = withLongList ? { ...value, data: { a: value, b: { 'a "list"': rows(1_500), c: value } } } : value;
        expect(await told(whole)).toBe(JSON.stringify(whole));
      }),
      { numRuns: 60 },
    );
  });

  test('gives other requests a turn when it is long', async () => {
    await told({ data: { graph: { nodes: rows(300_000) } } });
    expect(turns).toBeGreaterThan(5);
  });
});

test.each([
  ['nobody says from where', {}, true],
  ['a page of this server itself', { host: 'localhost:4000', origin: 'http://localhost:4000' }, true],
  ['a page of another server', { host: 'localhost:4000', origin: 'https://ours.example' }, false],
  ['a page of another port', { host: 'localhost:4000', origin: 'http://localhost:4001' }, false],
  ['a file', { host: 'localhost:4000', origin: 'null' }, false],
  ['who wants events', { accept: 'text/event-stream' }, false],
])('who takes the short way: %s', (_who, headers, short) => {
  const request = { method: 'POST', headers: { 'content-type': 'application/json', ...headers } } as IncomingMessage;
  expect(isPlainJsonPost(request)).toBe(short);
});
