/** Traces of a real server, sent by OpenTelemetry to a receiver in this process. */
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ConfigError, parseConfig } from '../../src/config.ts';
import { Graph } from '../../src/graph/connect.ts';
import { type Listening, listen } from '../../src/http/server.ts';
import { createLog } from '../../src/log.ts';
import { appOf } from '../../src/server/assemble.ts';
import type { Tracing } from '../../src/telemetry/spans.ts';
import { isTracingOn, startTracing } from '../../src/telemetry/tracing.ts';
import { SEED } from '../setup/fixtures.ts';
import { testAddress } from '../setup/graph.ts';
import { sharedGraph } from '../setup/test-graph.ts';

const run = promisify(execFile);
sharedGraph(SEED);

/** A span in OTLP's JSON. */
interface Span {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  kind: number;
  status: { code?: number };
  attributes: { key: string; value: { stringValue?: string; intValue?: number } }[];
}

let receiver: Server;
const received: string[] = [];
const spans = (): Span[] =>
  received.flatMap((body) =>
    (JSON.parse(body).resourceSpans as { scopeSpans: { spans: Span[] }[] }[]).flatMap(({ scopeSpans }) =>
      scopeSpans.flatMap((scope) => scope.spans),
    ),
  );
const attributes = (span: Span | undefined) =>
  Object.fromEntries((span?.attributes ?? []).map(({ key, value }) => [key, value.stringValue ?? value.intValue]));

let tracing: Tracing | undefined;
let graph: Graph;
let server: Listening;
const logged: string[] = [];
const VARIABLES = { OTEL_BSP_SCHEDULE_DELAY: '50', OTEL_SERVICE_NAME: 'kites' };

beforeAll(async () => {
  receiver = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    received.push(Buffer.concat(chunks).toString());
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  }).listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  const endpoint = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
  Object.assign(process.env, VARIABLES, { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint });
  const log = createLog({ LOG_LEVEL: 'info' }, { write: (line: string) => void logged.push(line) });
  tracing = await startTracing(process.env, log);
  const config = parseConfig({ PORT: '0', MEANING: 'off', REQUEST_TIMEOUT_MS: '60000' });
  // A graph of its own: the observers of the shared one would outlive this file.
  graph = Graph.open(testAddress());
  server = await listen(appOf(graph, config, log, { tracing }), config.HOST, 0);
});
afterAll(async () => {
  for (const name of [...Object.keys(VARIABLES), 'OTEL_EXPORTER_OTLP_ENDPOINT']) delete process.env[name];
  await server?.stop(100);
  await tracing?.end();
  await graph?.close();
  receiver?.closeAllConnections();
  receiver?.close();
});

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const CALLER = 'b7ad6b7169203331';

/** The spans of a trace, once the one of the request has arrived. */
async function traceOf(traceId: string): Promise<Span[]> {
  const found = () => spans().filter((span) => span.traceId === traceId);
  await expect.poll(() => found().some(({ kind }) => kind === 2), { timeout: 5_000 }).toBe(true);
  return found();
}

const SECRETS = { authorization: 'Bearer topsecret1', cookie: 'session=topsecret2', 'x-api-key': 'topsecret3' };
const QUERY = 'query Kites($slug: String!) { term(slug: $slug) { name aliases { name } } }';

describe.each([
  ['on the short path', {}],
  ['on the path of Yoga', { origin: 'https://other.example' }],
])('a GraphQL request %s', (_path, more: Record<string, string>) => {
  test('becomes a tree of spans in the trace of the client, without values', async () => {
    const traceId = more.origin ? TRACE.replace('0', '1') : TRACE;
    const response = await fetch(`${server.url}/graphql?key=topsecret4`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', traceparent: `00-${traceId}-${CALLER}-01`, ...SECRETS, ...more },
      body: JSON.stringify({ query: QUERY, variables: { slug: 'topsecret5' }, operationName: 'Kites' }),
    });
    expect(await response.json()).toEqual({ data: { term: null } });
    const found = await traceOf(traceId);
    const [request] = found.filter(({ kind }) => kind === 2);
    expect([request?.name, request?.parentSpanId]).toEqual(['POST graphql', CALLER]);
    expect(attributes(request)).toMatchObject({
      'http.request.method': 'POST',
      'http.route': '/graphql',
      'url.path': '/graphql',
      'http.response.status_code': 200,
    });
    const [operation] = found
      .filter(({ parentSpanId }) => parentSpanId === request?.spanId && parentSpanId !== undefined)
      .filter(({ name }) => name === 'query');
    expect(attributes(operation)).toEqual({ 'graphql.operation.type': 'query', 'graphql.operation.name': 'Kites' });
    const statements = found.filter(({ parentSpanId }) => parentSpanId === operation?.spanId);
    expect(statements.map(({ name, kind }) => [name, kind])).toEqual([['neo4j read', 3]]);
    const { 'db.query.text': text, ...others } = attributes(statements[0]);
    expect(text).toMatch(/\$given[\s\S]+MATCH/);
    expect(others).toEqual({ 'db.system.name': 'neo4j', 'db.response.returned_rows': expect.any(Number) });
    expect(JSON.stringify(found)).not.toContain('topsecret');
    const line = logged.find((one) => one.includes(traceId)) ?? '{}';
    expect(JSON.parse(line)).toMatchObject({ msg: 'request', path: '/graphql', traceId });
  });
});

test('a page has a span for each query, and each statement belongs to a query', async () => {
  const traceId = TRACE.replace('0', '2');
  const page = await fetch(`${server.url}/vocabularies`, { headers: { traceparent: `00-${traceId}-${CALLER}-01` } });
  await page.text();
  const found = await traceOf(traceId);
  const [request] = found.filter(({ kind }) => kind === 2);
  expect(request?.name).toBe('GET page');
  const operations = found.filter(({ name }) => name === 'query');
  expect(operations.length).toBeGreaterThan(1);
  for (const { parentSpanId } of operations) expect(parentSpanId).toBe(request?.spanId);
  const ids = operations.map(({ spanId }) => spanId);
  const reads = found.filter(({ name }) => name === 'neo4j read');
  expect(reads.length).toBeGreaterThan(0);
  for (const { parentSpanId } of reads) expect(ids).toContain(parentSpanId);
});

test('a failed request marks its spans, without the message', async () => {
  const traceId = TRACE.replace('0', '3');
  await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', traceparent: `00-${traceId}-${CALLER}-01` },
    body: JSON.stringify({ query: '{ neighborhood(of: ["Term:ehr"], depth: 5) { nodes { key } } }' }),
  });
  const operation = (await traceOf(traceId)).find(({ name }) => name === 'query');
  expect(operation?.status).toEqual({ code: 2 });
  expect(attributes(operation)['error.type']).toBe('BAD_USER_INPUT');
});

test('the resource has the name that the variables set', () => {
  const { attributes: resource } = JSON.parse(received[0] ?? '{}').resourceSpans[0].resource;
  expect(resource).toContainEqual({ key: 'service.name', value: { stringValue: 'kites' } });
});

describe('the variables of OpenTelemetry', () => {
  test.each([
    [{}, false],
    [{ OTEL_SERVICE_NAME: 'x' }, false],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318' }, true],
    [{ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'http://127.0.0.1:4318/v1/traces' }, true],
    [{ OTEL_TRACES_EXPORTER: 'otlp' }, true],
    [{ OTEL_TRACES_EXPORTER: 'none', OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318' }, false],
    [{ OTEL_SDK_DISABLED: 'true', OTEL_TRACES_EXPORTER: 'otlp' }, false],
  ])('%j', (env, expected) => {
    expect(isTracingOn(env)).toBe(expected);
  });

  test('name what is accepted if their value is not', () => {
    expect(() => isTracingOn({ OTEL_TRACES_EXPORTER: 'zipkin' })).toThrow(ConfigError);
    expect(() => isTracingOn({ OTEL_TRACES_EXPORTER: 'zipkin' })).toThrow(/must be otlp or none, not "zipkin"/);
    const grpc = { OTEL_TRACES_EXPORTER: 'otlp', OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' };
    expect(() => isTracingOn(grpc)).toThrow(/OTEL_EXPORTER_OTLP_PROTOCOL: must be http\/json, not "grpc"/);
  });

  /** The packages of OpenTelemetry in the memory of a process that has loaded the whole server. */
  const loaded = async (env: Record<string, string>): Promise<string[]> => {
    const from = (path: string) => JSON.stringify(new URL(`../../dist/src/${path}`, import.meta.url).href);
    const script = `
      const { createRequire } = await import('node:module');
      await import(${from('cli/serve.js')});
      const { startTracing } = await import(${from('telemetry/tracing.js')});
      const tracing = await startTracing(process.env, { warn() {} });
      const files = Object.keys(createRequire(${from('main.js')}).cache);
      console.log(JSON.stringify(files.map((file) => /@opentelemetry.([\\w-]+)/.exec(file)?.[1]).filter(Boolean)));
      await tracing?.end();`;
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script], {
      env: { PATH: process.env.PATH, ...env },
    });
    // The metrics package loads the API, which is small and does nothing by itself.
    return [...new Set(JSON.parse(stdout) as string[])].filter((name) => name !== 'api');
  };

  test('load OpenTelemetry only if they name an exporter', async () => {
    expect(await loaded({})).toEqual([]);
    expect(await loaded({ OTEL_TRACES_EXPORTER: 'otlp' })).toContain('sdk-trace-node');
  }, 30_000);
});

test('a receiver that does not respond is logged once, and stops nothing', async () => {
  // Last in this file: a process has one OpenTelemetry at a time.
  await tracing?.end();
  process.env.OTEL_EXPORTER_OTLP_ENDPOINT = 'http://127.0.0.1:1';
  const warnings: string[] = [];
  const own = await startTracing(process.env, { warn: (message) => void warnings.push(message) });
  own?.request({ method: 'GET', path: '/', headers: {} }).end({ route: 'page', status: 200, codes: [] });
  const started = performance.now();
  await own?.end();
  expect(performance.now() - started).toBeLessThan(4_000);
  expect(warnings.length).toBeLessThanOrEqual(1);
}, 10_000);
