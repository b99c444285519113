/** The limit of cost over HTTP: refused before the database is asked, and told to clients that ask for it. */
import { parse, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { schema } from '../../schema/index.ts';
import { parseConfig } from '../../src/config.ts';
import { CostLimit } from '../../src/http/cost.ts';
import type { Listening } from '../../src/http/server.ts';
import { costlyDocument, type GraphNames } from '../plan/costly-documents.ts';
import { random } from '../plan/random.ts';
import { ask } from '../setup/ask.ts';
import { CountingGraph } from '../setup/counting-graph.ts';
import { SEED } from '../setup/fixtures.ts';
import { testAddress } from '../setup/graph.ts';
import { serveGraph } from '../setup/server.ts';
import { slowness } from '../setup/slowness.ts';
import { sharedGraph } from '../setup/test-graph.ts';
import { rounds } from '../setup/thorough.ts';

const { driver, graph: shared } = sharedGraph(SEED);
const OURS = 'https://ours.example';
const LIMIT = 30_000;
/** Neo4j plans each document for the first time, on a busy machine. */
const PATIENT = { MAX_BODY_BYTES: '400000', REQUEST_TIMEOUT_MS: '60000' };
let graph: CountingGraph;
let server: Listening;
beforeAll(async () => {
  graph = new CountingGraph(driver(), testAddress().database);
  server = await serveGraph(graph, { ...PATIENT, MAX_QUERY_COST: `${LIMIT}`, CORS_ORIGINS: OURS });
});
afterAll(() => server.stop());

interface Asked {
  query: string;
  variables?: object;
}
const post = (asked: Asked, headers: Record<string, string> = {}, url = server.url) =>
  fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(asked),
  });
const get = ({ query, variables = {} }: Asked, headers: Record<string, string> = {}) =>
  fetch(`${server.url}/graphql?${new URLSearchParams({ query, variables: JSON.stringify(variables) })}`, { headers });
const WAYS = [
  ['POST', post],
  ['POST from a browser', (asked: Asked, headers = {}) => post(asked, { ...headers, origin: OURS })],
  ['GET', get],
] as const;

const DEEP = `query ($n: Int!) { terms(first: $n) { edges { node { relations(first: $n) { edges { node { id } } } } } } }`;
const TOO_DEEP = DEEP.replace('id', 'relations(first: $n) { totalCount }');
/** See docs/cost.md: the rows of both pages, and the work to read and to plan them. */
const deepCost = (n: number) => n + 600 + 500 + n * (n + 100) + 1_000;

describe.each(WAYS)('%s', (_way, send) => {
  test('an operation above the limit is refused without a statement, others are executed', async () => {
    const allowed = await send({ query: DEEP, variables: { n: 100 } });
    expect((await allowed.json()).errors).toBeUndefined();
    const before = graph.statements;
    expect(before).toBeGreaterThan(0);
    const wrong = await send({ query: DEEP, variables: { n: 101 } });
    expect((await wrong.json()).errors[0].extensions.code).toBe('BAD_USER_INPUT');
    const refused = await send({ query: TOO_DEEP, variables: { n: 100 } });
    expect((await refused.json()).errors).toEqual([
      {
        message: expect.stringMatching(
          /^The cost of the operation must be at most 30000, not \d+\. The costliest field is `terms\.edges\.node\.relations\.edges\.node\.relations`\./,
        ),
        extensions: { code: 'LIMIT_EXCEEDED', cost: expect.any(Number), limit: LIMIT },
      },
    ]);
    expect(graph.statements).toBe(before);
  });

  test('the cost is told on request only, and does not change kept answers', async () => {
    const asked = { query: DEEP, variables: { n: 3 } };
    const plain = await send(asked);
    const body = await plain.text();
    expect([plain.headers.get('x-query-cost'), JSON.parse(body).extensions]).toEqual([null, undefined]);
    for (let i = 0; i < 2; i += 1) {
      const told = await send(asked, { 'x-include-cost': '1' });
      expect(told.headers.get('x-query-cost')).toBe(String(deepCost(3)));
      expect(await told.json()).toEqual({ ...JSON.parse(body), extensions: { cost: deepCost(3) } });
    }
    expect(await (await send(asked)).text()).toBe(body);
  });

  test('a refusal tells its cost in the header, too', async () => {
    const query = `{ ${Array.from({ length: 3 }, (_, i) => `g${i}: graph(limit: 9) { nodes { key } }`).join(' ')} }`;
    const refused = await send({ query }, { 'x-include-cost': '1' });
    const cost = refused.headers.get('x-query-cost');
    expect(Number(cost)).toBeGreaterThan(LIMIT);
    expect((await refused.json()).errors[0].extensions).toMatchObject({ cost: Number(cost), limit: LIMIT });
  });
});

/** The deadline of the default settings, on an idle machine. */
const DEADLINE_MS = 8_000;

test('random operations below the limit end before the deadline, and others need no statement', async () => {
  const names = await namesOfSeed();
  const most = parseConfig({}).MAX_QUERY_COST;
  const usual = await serveGraph(graph, { ...PATIENT, RESPONSE_CACHE: 'off' });
  onTestFinished(() => usual.stop());
  const limit = new CostLimit(schema, most);
  const r = random(42);
  let [answered, refused] = [0, 0];
  while (answered < rounds(200, 1_000)) {
    const { source, variables } = costlyDocument(schema, r, names);
    const document = parse(source);
    if (validate(schema, document).length > 0) continue;
    const measured = limit.measure({ document, variableValues: variables });
    if (measured === undefined) continue;
    const before = graph.statements;
    const started = performance.now();
    const response = await post({ query: source, variables }, {}, usual.url);
    const { errors = [] } = await response.json();
    if (measured.cost > most) {
      refused += 1;
      expect(errors[0].extensions).toEqual({ code: 'LIMIT_EXCEEDED', cost: measured.cost, limit: most });
      expect(graph.statements, source).toBe(before);
      continue;
    }
    answered += 1;
    expect(performance.now() - started, source).toBeLessThan(DEADLINE_MS * slowness());
    const codes = errors.map(({ extensions }: { extensions: { code: string } }) => extensions.code);
    expect(
      codes.filter((code: string) => !['BAD_USER_INPUT', 'LIMIT_EXCEEDED'].includes(code)),
      source,
    ).toEqual([]);
  }
  expect(refused).toBeGreaterThan(5);
}, 600_000);

async function namesOfSeed(): Promise<GraphNames> {
  const { terms, law, standards } = await ask(
    shared(),
    `{ terms(first: 100) { edges { node { id slug shortDefinition } } }
       law: regulations(first: 100, level: SECTION) { edges { node { id citation } } }
       standards(first: 100) { edges { node { id key } } } }`,
  );
  const listed = (from: { edges: { node: Record<string, string> }[] }, name: string) =>
    from.edges.map(({ node }) => node[name] ?? '');
  const text = listed(terms, 'shortDefinition').join(' ');
  return {
    ids: [terms, law, standards].flatMap((from) => listed(from, 'id')),
    slugs: listed(terms, 'slug'),
    citations: listed(law, 'citation'),
    keys: listed(standards, 'key'),
    text: text.repeat(Math.ceil(70_000 / text.length)),
  };
}
