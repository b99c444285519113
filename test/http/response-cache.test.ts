/** Kept answers: they save statements, they are never older than an acknowledged write, and they stay within their memory. */
import { EventEmitter, once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { run } from '../../src/graph/run.ts';
import { bufferOf } from '../../src/http/json.ts';
import { KeptAnswer } from '../../src/http/kept-answer.ts';
import { ResponseCache } from '../../src/http/response-cache.ts';
import type { Listening } from '../../src/http/server.ts';
import type { ImportRecords, TermRecord } from '../../src/model/records.ts';
import { GLOSSOGRAPH } from '../../src/model/vocabulary.ts';
import { inOneTransaction } from '../../src/store/transaction.ts';
import { writeImport } from '../../src/store/write.ts';
import { glossograph } from '../setup/command-line.ts';
import { CountingGraph } from '../setup/counting-graph.ts';
import { testAddress } from '../setup/graph.ts';
import { serveGraph } from '../setup/server.ts';
import { testGraph } from '../setup/test-graph.ts';

const SLUGS = Array.from({ length: 12 }, (_, i) => `kite-${i}`);
const records = (text: string): ImportRecords => ({
  entities: SLUGS.map(
    (slug): TermRecord => ({
      ...{ kind: 'TERM', vocabulary: 'glossograph', id: `Term:${slug}`, label: slug, slug, name: slug },
      ...{ shortDefinition: text, keyTakeaways: [], sectionHeadings: [], sectionBodies: [] },
    }),
  ),
  relations: [],
  sources: [],
  vocabularies: [GLOSSOGRAPH],
});

const { driver, fill } = testGraph();
const { database } = testAddress();
const put = (text: string) => writeImport(driver(), database, { origin: 'kites', records: records(text) });
fill(() => put('round 0'));

/** Neo4j plans a question for the first time, on a busy machine. */
const PATIENCE = '25000';
const OURS = 'https://ours.example';
let graph: CountingGraph;
let server: Listening;
beforeAll(async () => {
  graph = new CountingGraph(driver(), database);
  server = await serveGraph(graph, { CORS_ORIGINS: OURS, REQUEST_TIMEOUT_MS: PATIENCE });
});
afterAll(() => server.stop());
afterEach(() => vi.useRealTimers());

interface Asked {
  query: string;
  variables?: object;
  operationName?: string;
}
const post = (asked: Asked, headers: Record<string, string> = {}, url = server.url) =>
  fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(asked),
  });
const get = ({ query, variables = {} }: Asked, headers: Record<string, string> = {}, url = server.url) =>
  fetch(`${url}/graphql?${new URLSearchParams({ query, variables: JSON.stringify(variables) })}`, { headers });

/** The ways to ask: our short path, Yoga for browsers, and Yoga for GET. */
const WAYS = [
  ['POST', post],
  ['POST from a browser', (asked: Asked, headers = {}, url?: string) => post(asked, { ...headers, origin: OURS }, url)],
  ['GET', get],
] as const;
const TERMS = '{ terms(first: 20) { edges { node { slug shortDefinition } } } }';

/** How many statements the answers to these questions need, once everything is quiet. */
async function statementsOf(asking: () => Promise<Response>): Promise<number> {
  const before = graph.statements;
  const response = await asking();
  await response.text();
  return graph.statements - before;
}
/** Asks until the answer is kept. After a write, one answer is given before the version counts as certain. */
const untilKept = (asking: () => Promise<Response>) =>
  expect.poll(() => statementsOf(asking), { interval: 5, timeout: 20_000 }).toBe(0);

describe.each(WAYS)('%s', (_way, ask) => {
  test('the same request again needs no statement and has the same answer', async () => {
    const query = `query A { term(slug: "kite-1") { name shortDefinition } } # ${_way}`;
    const first = await (await ask({ query })).text();
    await untilKept(() => ask({ query }));
    const again = await ask({ query });
    expect([again.status, again.headers.get('content-type'), await again.text()]).toEqual([
      200,
      'application/json; charset=utf-8',
      first,
    ]);
    expect(JSON.parse(first)).toEqual({ data: { term: { name: 'kite-1', shortDefinition: expect.any(String) } } });
  });

  test('each media type has the same kept answer', async () => {
    const query = '{ term(slug: "kite-2") { name } }';
    await untilKept(() => ask({ query }));
    const accept = 'application/graphql-response+json';
    const answer = await ask({ query }, { accept });
    expect(answer.headers.get('content-type')).toBe(`${accept}; charset=utf-8`);
    expect(await answer.json()).toEqual({ data: { term: { name: 'kite-2' } } });
  });

  test('compressed answers are kept as well', async () => {
    const asked = { query: `{ a: ${TERMS.slice(1, -1)} b: ${TERMS.slice(1)}` };
    const plain = await (await ask(asked)).json();
    await untilKept(() => ask(asked));
    for (const encoding of ['gzip', 'br', 'identity']) {
      const answer = await ask(asked, { 'accept-encoding': encoding });
      expect(answer.headers.get('content-encoding') ?? 'identity').toBe(encoding);
      expect(answer.headers.get('vary')).toContain('Accept-Encoding');
      expect(await answer.json()).toEqual(plain);
    }
  });

  test('errors are not kept', async () => {
    const query = '{ terms(first: 20) { edges { node { slug } } } regulation(citation: "kites") { id } }';
    const code = async () => {
      const { errors } = (await (await ask({ query })).json()) as { errors: { extensions: { code: string } }[] };
      return errors[0]?.extensions.code;
    };
    for (let i = 0; i < 3; i++) expect(await code()).toBe('BAD_USER_INPUT');
    expect(await statementsOf(() => ask({ query }))).toBeGreaterThan(0);
  });
});

test('all ways share one answer, whatever the spaces of the document and the order of the variables', async () => {
  const query = 'query B($a: String!, $b: String!) { a: term(slug: $a) { name } b: term(slug: $b) { name } }';
  await untilKept(() => post({ query, variables: { a: 'kite-3', b: 'kite-4' } }));
  const spaced = query.replaceAll(' ', '\n  ');
  await statementsOf(() => post({ query: spaced, variables: { a: 'kite-3', b: 'kite-4' } })); // the text is new
  for (const [, ask] of WAYS) {
    for (const text of [query, spaced]) {
      expect(await statementsOf(() => ask({ query: text, variables: { b: 'kite-4', a: 'kite-3' } }))).toBe(0);
    }
    const other = await (await ask({ query, variables: { a: 'kite-4', b: 'kite-3' } })).json();
    expect(other).toEqual({ data: { a: { name: 'kite-4' }, b: { name: 'kite-3' } } });
  }
});

test('operations of one document have answers of their own', async () => {
  const query = 'query One { term(slug: "kite-1") { name } } query Two { term(slug: "kite-2") { name } }';
  for (const operationName of ['One', 'Two']) await untilKept(() => post({ query, operationName }));
  const named = async (operationName: string) => (await post({ query, operationName })).json();
  expect(await named('One')).toEqual({ data: { term: { name: 'kite-1' } } });
  expect(await named('Two')).toEqual({ data: { term: { name: 'kite-2' } } });
});

test('the next day is asked anew', async () => {
  const query = '{ term(slug: "kite-5") { name } }';
  const at = (moment: string) => vi.useFakeTimers({ toFake: ['Date'], now: new Date(moment) });
  at('2025-12-31T23:59:00Z');
  await untilKept(() => post({ query }));
  at('2026-01-01T00:01:00Z');
  expect(await statementsOf(() => post({ query }))).toBe(1);
});

test('RESPONSE_CACHE=off keeps nothing', async () => {
  const off = await serveGraph(graph, { RESPONSE_CACHE: 'off' });
  for (let i = 0; i < 3; i++) expect(await statementsOf(() => post({ query: TERMS }, {}, off.url))).toBe(1);
  await off.stop();
});

describe('GET', () => {
  const query = '{ term(slug: "kite-6") { name shortDefinition } }';
  const tagOf = async (headers: Record<string, string> = {}) =>
    (await get({ query }, headers)).headers.get('etag') ?? '';

  test('has a strong entity tag, and 304 for a client that has the answer, without a statement', async () => {
    await untilKept(() => get({ query }));
    const tag = await tagOf();
    expect(tag).toMatch(/^"[^"]+"$/);
    const before = graph.statements;
    const answer = await get({ query }, { 'if-none-match': tag });
    expect([answer.status, answer.headers.get('etag'), await answer.text()]).toEqual([304, tag, '']);
    expect(answer.headers.get('cache-control')).toBe('no-cache');
    expect(graph.statements).toBe(before);
    expect((await get({ query }, { 'if-none-match': '"other"' })).status).toBe(200);
  });

  test('has the same tag without a cache, and another one after the data changed', async () => {
    const off = await serveGraph(graph, { RESPONSE_CACHE: 'off' });
    const tag = await tagOf();
    expect((await get({ query }, {}, off.url)).headers.get('etag')).toBe(tag);
    expect((await get({ query }, { 'if-none-match': tag }, off.url)).status).toBe(304);
    await put('changed');
    expect((await get({ query }, { 'if-none-match': tag })).status).toBe(200);
    expect(await tagOf()).not.toBe(tag);
    await off.stop();
  });

  test('has a tag of its own for each encoding', async () => {
    const asked = { query: `{ c: ${TERMS.slice(1, -1)} d: ${TERMS.slice(1)}` };
    const tags = new Set<string | null>();
    for (const encoding of ['gzip', 'br', 'identity']) {
      tags.add((await get(asked, { 'accept-encoding': encoding })).headers.get('etag'));
    }
    expect(tags.size).toBe(3);
  });

  test('an error is not stored by anybody', async () => {
    const answer = await get({ query: '{ regulation(citation: "kites") { id } }' });
    expect([answer.headers.get('etag'), answer.headers.get('cache-control')]).toEqual([null, 'no-store']);
  });
});

describe('memory', () => {
  const versions = { current: async () => '1', known: () => '1' };
  const bytes = 1024 * 1024;
  const answerOf = (length: number) => new KeptAnswer(bufferOf('x'.repeat(length)));
  const asked = (i: number) => ({ query: `{ terms(first: ${i % 100}) { totalCount } }`, variables: { i } });

  test('is bounded, whatever comes; the answers used last stay', async () => {
    const cache = new ResponseCache({ bytes, versions });
    for (let i = 0; i < 3_000; i += 1) {
      (await cache.lookUp(asked(i))).keep(answerOf((i * 37) % 9_000));
      if (i > 0) expect((await cache.lookUp(asked(i - 1))).kept).toBeDefined();
      expect(cache.size).toBeLessThanOrEqual(bytes);
    }
    expect(cache.size).toBeGreaterThan(bytes / 2);
    expect((await cache.lookUp(asked(0))).kept).toBeUndefined();
  });

  test('is not given to one answer that would push out all others', async () => {
    const cache = new ResponseCache({ bytes, versions });
    (await cache.lookUp(asked(1))).keep(answerOf(100));
    (await cache.lookUp(asked(2))).keep(answerOf(bytes));
    expect((await cache.lookUp(asked(1))).kept).toBeDefined();
    expect((await cache.lookUp(asked(2))).kept).toBeUndefined();
  });
});

/** A server in a process of its own. */
async function serveApart(): Promise<{ url: string; stop(): Promise<unknown> }> {
  const { uri, user, password } = testAddress();
  const { PATH, HOME } = process.env;
  const settings = { PORT: '0', LOG_LEVEL: 'silent', MEANING: 'off', CORS_ORIGINS: OURS, REQUEST_TIMEOUT_MS: PATIENCE };
  const child = glossograph(['start'], {
    ...{ PATH, HOME, ...settings },
    ...{ NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, ...(database && { NEO4J_DATABASE: database }) },
  });
  const ended = once(child, 'close');
  onTestFinished(() => void child.kill('SIGKILL')); // also when the test fails
  const said: string[] = [];
  for (const stream of [child.stderr, child.stdout]) {
    if (stream) createInterface({ input: stream }).on('line', (line) => said.push(line));
  }
  const address = () => /GraphQL\s+(http\S+)\/graphql/.exec(said.join('\n'))?.[1] ?? '';
  await expect.poll(address, { timeout: 60_000, interval: 20 }).not.toBe('');
  return {
    url: address(),
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

test('no answer of any process is older than a write that was acknowledged before the request', async () => {
  // A busy machine makes fewer rounds.
  const [LEAST, MOST, MILLISECONDS] = [10, 60, 8_000];
  const apart = await serveApart();
  const urls = [server.url, apart.url];
  // Many kinds of records, because Neo4j applies each kind of a transaction after the other.
  const write = (round: number) =>
    inOneTransaction(driver(), database, { what: 'kites' }, async (tx) => {
      const text = `MATCH (kite:Term) SET kite.shortDefinition = 'round ' + $given.round
        WITH kite OPTIONAL MATCH (kite)-[old:RELATED_TO]->() DELETE old
        WITH DISTINCT kite MATCH (next:Term) WHERE next.slug > kite.slug
        CREATE (kite)-[:RELATED_TO {id: kite.id + next.id, weight: $given.round, origins: ['kites']}]->(next)`;
      await run(tx, { name: 'round', text }, { round: String(round) });
    });
  let acknowledged = 0;
  let answers = 0;
  const heard = new EventEmitter();
  const done = new AbortController();
  const stale: string[] = [];
  const read = async (ask: (typeof WAYS)[number][1], url: string) => {
    while (!done.signal.aborted) {
      const floor = acknowledged;
      const { data, errors } = (await (await ask({ query: TERMS }, {}, url)).json()) as {
        data: { terms: { edges: { node: { shortDefinition: string } }[] } };
        errors?: unknown;
      };
      if (errors) continue; // Neo4j showed half a transaction, such as a node without its name: no answer, and not kept
      const oldest = Math.min(
        ...data.terms.edges.map(({ node }) => Number(/^round (\d+)$/.exec(node.shortDefinition)?.[1])),
      );
      if (!(oldest >= floor)) stale.push(`${oldest} after ${floor} was written`);
      answers += 1;
      heard.emit('answer');
    }
  };
  const answered = async (more: number) => {
    for (const enough = answers + more; answers < enough && stale.length === 0; ) await once(heard, 'answer');
  };
  await write(0);
  const before = graph.statements;
  const reading = urls.flatMap((url) => WAYS.map(([, ask]) => read(ask, url)));
  const until = performance.now() + MILLISECONDS;
  for (let round = 1; round <= MOST && (round <= LEAST || performance.now() < until); round += 1) {
    await write(round);
    acknowledged = round;
    await Promise.race([answered(reading.length * 2), ...reading]); // a reader ends early only by an error
  }
  done.abort();
  await Promise.all(reading);
  await apart.stop();
  expect(stale).toEqual([]);
  expect(graph.statements - before).toBeLessThan(answers / 2); // most answers of this process were kept ones
}, 120_000);
