/** A server under more load than it can bear: each request is answered or shed in time, and light requests go ahead. */
import { get } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Listening } from '../../src/http/server.ts';
import { SEED } from '../setup/fixtures.ts';
import { serveGraph } from '../setup/server.ts';
import { slowness } from '../setup/slowness.ts';
import { sharedGraph } from '../setup/test-graph.ts';

const { graph } = sharedGraph(SEED);
/** The default deadline. Other tests may run at the same time, and then everything takes longer. */
const DEADLINE_MS = Math.round(8_000 * Math.min(slowness(), 5));
/** Beyond the deadline, the server answers by itself; then there is the way of the answer. */
const MARGIN_MS = 2_000;
const MANY = 200;
let server: Listening;
beforeAll(async () => {
  server = await serveGraph(graph(), { RESPONSE_CACHE: 'off', REQUEST_TIMEOUT_MS: `${DEADLINE_MS}` });
  await ask(HEAVY, 0); // plans the statements
  await ask(LIGHT, 0);
}, 180_000);
afterAll(() => server.stop());

const HEAVY = `query ($n: Int!) { graph(limit: $n, layout: FORCE) { nodes { key label x y } edges { key source target } } }`;
const LIGHT = '{ terms(first: 5) { edges { node { name } } } term(slug: "ehr") { name } }';

interface Answered {
  status: number;
  code: string | undefined;
  retryAfter: string | null;
  milliseconds: number;
}

async function ask(query: string, round: number): Promise<Answered> {
  const started = performance.now();
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { n: 2_000 + round } }),
  });
  const { errors } = await response.json();
  const milliseconds = performance.now() - started;
  const retryAfter = response.headers.get('retry-after');
  return { status: response.status, code: errors?.[0]?.extensions.code, retryAfter, milliseconds };
}

test('of 200 heavy queries at a time each is answered or shed in time, while light ones are answered', async () => {
  const heavy = Array.from({ length: MANY }, (_, i) => ask(HEAVY, i));
  const light: Answered[] = [];
  const health: number[] = [];
  const all = Promise.all(heavy);
  let isDone = false;
  all.then(() => (isDone = true));
  for (let i = 0; !isDone; i += 1) {
    light.push(await ask(LIGHT, i));
    health.push(await statusOf('/health'), await statusOf('/pages/none.css'));
  }
  const answers = await all;

  const shed = answers.filter(({ code }) => code === 'OVERLOADED');
  const answered = answers.filter(({ status, code }) => status === 200 && code === undefined);
  const outcomes = answers.map(({ status, code }) => `${status} ${code}`);
  expect(answered.length, [...new Set(outcomes)].join()).toBeGreaterThan(0);
  expect(shed.length).toBeGreaterThan(MANY / 4);
  expect(answers.filter((one) => !shed.includes(one) && !answered.includes(one)).map(({ code }) => code)).toEqual(
    expect.not.arrayContaining(['INTERNAL_SERVER_ERROR', undefined]),
  );
  expect(Math.max(...answers.map(({ milliseconds }) => milliseconds))).toBeLessThan(DEADLINE_MS + MARGIN_MS);
  for (const { status, retryAfter } of shed) expect([status, Number(retryAfter) > 0]).toEqual([503, true]);

  expect(light.length).toBeGreaterThan(3);
  expect(light.map(({ status, code }) => [status, code])).toEqual(light.map(() => [200, undefined]));
  expect(health.every((status) => status === 200 || status === 404)).toBe(true);
}, 120_000);

const statusOf = (path: string) =>
  new Promise<number>((done, fail) => {
    get(server.url + path, (response) => {
      response.resume().once('end', () => done(response.statusCode ?? 0));
    }).once('error', fail);
  });
