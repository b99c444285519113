/** The metrics of a real server: what they count, what they never contain, and the alert rules that read them. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { parseConfig } from '../../src/config.ts';
import { type Heartbeat, watchDatabase } from '../../src/graph/heartbeat.ts';
import { loadOf } from '../../src/http/load.ts';
import { ROUTE_KINDS } from '../../src/http/route-kind.ts';
import { type Listening, listen } from '../../src/http/server.ts';
import { appOf, type ServerWatch } from '../../src/server/assemble.ts';
import { metricsApp, metricsPlace } from '../../src/server/metrics-route.ts';
import { routesOf } from '../../src/server/routes.ts';
import { loadedData } from '../../src/store/data-state.ts';
import { Metrics } from '../../src/telemetry/metrics.ts';
import { SEED } from '../setup/fixtures.ts';
import { testAddress } from '../setup/graph.ts';
import { findProgram, servePrometheus } from '../setup/prometheus.ts';
import { sharedGraph } from '../setup/test-graph.ts';

const ALERTS = fileURLToPath(new URL('../../deploy/alerts.yml', import.meta.url));
const run = promisify(execFile);
const { graph } = sharedGraph(SEED);

let heartbeat: Heartbeat;
let server: Listening;
let metrics: Metrics;

async function start(settings: Record<string, string> = {}, watch: ServerWatch = {}): Promise<Listening> {
  const config = parseConfig({ PORT: '0', MEANING: 'off', REQUEST_TIMEOUT_MS: '60000', ...settings });
  return listen(appOf(graph(), config, pino({ level: 'silent' }), watch), '127.0.0.1', 0);
}

beforeAll(async () => {
  heartbeat = watchDatabase(testAddress(), pino({ level: 'silent' }));
  metrics = new Metrics('1.2.3');
  metrics.watchProcess();
  const { changedAt } = await loadedData(graph(), {});
  server = await start(
    {},
    {
      metrics,
      state: heartbeat.state,
      isPlanned: () => true,
      changedAt: () => changedAt,
      load: () => ({ queued: 3, running: 2, shed: { queries: 7 } }),
    },
  );
  await vi.waitFor(() => expect(heartbeat.state().answeredInMs).not.toBeNull(), { timeout: 10_000 });
});
afterAll(async () => {
  await server?.stop(100);
  await heartbeat?.stop();
});

const scrape = async (url = server.url) => (await fetch(`${url}/metrics`)).text();

/** The values of the samples of a metric, by its labels. */
async function samples(name: string): Promise<Record<string, number>> {
  const lines = (await scrape())
    .split('\n')
    .filter((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `));
  return Object.fromEntries(
    lines.map((line) => {
      const [, labels = '', value] = /^\w+(?:\{(.*)\})? (\S+)$/.exec(line) ?? [];
      return [labels, Number(value)];
    }),
  );
}

const ask = (query: string, more: object = {}, headers: Record<string, string> = {}) =>
  fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, ...more }),
  }).then((response) => response.json());

/** How much the samples of a metric rise while something happens. */
async function rise(name: string, work: () => Promise<unknown>): Promise<Record<string, number>> {
  const before = await samples(name);
  await work();
  const after = await samples(name);
  return Object.fromEntries(
    Object.entries(after)
      .map(([labels, value]): [string, number] => [labels, value - (before[labels] ?? 0)])
      .filter(([, value]) => value !== 0),
  );
}

describe('the metrics count', () => {
  test('requests by the kind of their route and by their status', async () => {
    const risen = await rise('glossograph_http_requests_total', async () => {
      for (const path of ['/vocabularies', '/statutes', '/health', '/graph/nope', '/nowhere', '/changes.atom?nope=1']) {
        await (await fetch(server.url + path)).arrayBuffer();
      }
      await ask('{ term(slug: "ehr") { name } }');
    });
    expect(risen).toEqual({
      'route="page",status="200"': 2,
      'route="health",status="200"': 1,
      'route="export",status="404"': 1,
      'route="other",status="404"': 1,
      'route="feed",status="400"': 1,
      'route="graphql",status="200"': 1,
      'route="metrics",status="200"': 1,
    });
    const durations = await samples('glossograph_http_request_duration_seconds_count');
    expect(durations['route="page"']).toBeGreaterThanOrEqual(2);
    expect(await samples('glossograph_http_requests_in_progress')).toEqual({ '': 1 }); // the request for the metrics
  });

  test('GraphQL requests by outcome, on both request paths, and responses by error code', async () => {
    const work = async () => {
      await ask('{ term(slug: "ehr") { slug } }');
      await ask('{ neighborhood(of: ["Term:ehr"], depth: 5) { nodes { key } } }');
      await ask('{ nope }');
      await ask('{ nope }', {}, { origin: 'https://other.example' }); // Yoga answers requests from other origins
    };
    const outcomes = await rise('glossograph_graphql_requests_total', work);
    expect(outcomes).toEqual({ 'outcome="success"': 1, 'outcome="error"': 3 });
    expect(await rise('glossograph_errors_total', work)).toEqual({
      'route="graphql",code="BAD_USER_INPUT"': 1,
      'route="graphql",code="GRAPHQL_VALIDATION_FAILED"': 2,
    });
  });

  test('a request whose client has left as aborted', async () => {
    const { port, host } = new URL(server.url);
    const risen = await rise('glossograph_graphql_requests_total', async () => {
      const socket = connect(Number(port), '127.0.0.1');
      socket.write(
        `POST /graphql HTTP/1.1\r\nhost: ${host}\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{`,
      );
      await expect.poll(() => samples('glossograph_http_requests_in_progress')).toEqual({ '': 2 });
      socket.destroy();
      await expect.poll(() => samples('glossograph_http_requests_in_progress')).toEqual({ '': 1 });
    });
    expect(risen).toEqual({ 'outcome="aborted"': 1 });
  });

  test('statements by purpose and outcome, with their time', async () => {
    const risen = await rise('glossograph_neo4j_statements_total', async () => {
      await ask('{ term(slug: "ehr") { name summary } }');
      await (await fetch(`${server.url}/graph/jsonl`)).text();
      await expect(graph().read('RETURN 1 / 0', {})).rejects.toThrow();
    });
    expect(risen['purpose="read",outcome="success"']).toBeGreaterThanOrEqual(1);
    expect(risen['purpose="export",outcome="success"']).toBeGreaterThanOrEqual(3);
    expect(risen['purpose="read",outcome="error"']).toBe(1);
    const [counts, seconds] = await Promise.all([
      samples('glossograph_neo4j_statement_duration_seconds_count'),
      samples('glossograph_neo4j_statement_duration_seconds_sum'),
    ]);
    expect(counts['purpose="read"']).toBeGreaterThan(0);
    expect(seconds['purpose="read"']).toBeGreaterThan(0);
    expect(await samples('glossograph_neo4j_sessions')).toEqual({ '': 0 });
  });

  test('new and known statements, and sessions while a statement runs', async () => {
    const text = `RETURN ${Date.now()} AS now`;
    const risen = await rise('glossograph_neo4j_reads_total', async () => {
      for (let i = 0; i < 3; i += 1) await graph().read(text, {});
    });
    expect(risen).toEqual({ 'statement="new"': 1, 'statement="known"': 2 });
    const reading = graph().read('UNWIND range(1, 3000000) AS i RETURN sum(i) AS sum', {});
    expect((await samples('glossograph_neo4j_sessions'))['']).toBeGreaterThanOrEqual(1);
    await reading;
    await expect.poll(() => samples('glossograph_neo4j_sessions')).toEqual({ '': 0 });
  });

  test('lookups in the cache of responses and in the cache of pages', async () => {
    const query = `{ term(slug: "ehr") { name slug } } # ${Date.now()}`;
    const responses = await rise('glossograph_response_cache_lookups_total', async () => {
      // A new version is used only once a second read has confirmed it, so the first responses may not be kept.
      const hits = async () => {
        await ask(query);
        return (await samples('glossograph_response_cache_lookups_total'))['result="hit"'];
      };
      await expect.poll(hits, { timeout: 5_000 }).toBeGreaterThan(0);
    });
    expect(responses['result="miss"']).toBeGreaterThan(0);
    const pages = await rise('glossograph_page_cache_lookups_total', async () => {
      for (let i = 0; i < 3; i += 1) await (await fetch(`${server.url}/organizations`)).text();
    });
    expect(pages).toEqual({ 'result="miss"': 1, 'result="hit"': 2 });
    for (const name of ['glossograph_response_cache_bytes', 'glossograph_page_cache_bytes']) {
      expect((await samples(name))['']).toBeGreaterThan(100);
    }
  });
});

test('the metrics describe the database, the data, the plans, the model, the load, and the process', async () => {
  const value = async (name: string) => (await samples(name))[''];
  expect(await value('glossograph_database_up')).toBe(1);
  expect(await value('glossograph_database_response_seconds')).toBeLessThan(2);
  expect(await value('glossograph_plans_warm')).toBe(1);
  expect(await value('glossograph_meaning_model_loaded')).toBe(0);
  expect(await value('glossograph_load_queued_requests')).toBe(3);
  expect(await samples('glossograph_load_shed_requests_total')).toEqual({ 'queue="queries"': 7 });
  expect(await value('glossograph_data_changed_timestamp_seconds')).toBeGreaterThan(Date.now() / 1_000 - 3_600);
  expect(await value('process_resident_memory_bytes')).toBeGreaterThan(1e7);
  expect(await samples('glossograph_build_info')).toEqual({ 'version="1.2.3"': 1 });
});

test('nothing that a client sends becomes part of the metrics', async () => {
  await ask('query SentByClient { term(slug: "sentbyclient") { name } }', { operationName: 'SentByClient' });
  await ask('{ sentbyclient }', {}, { authorization: 'Bearer sentbyclient', 'x-request-id': 'sentbyclient' });
  for (const path of ['/sentbyclient', '/graph/sentbyclient', '/vocabularies?q=sentbyclient']) {
    await (await fetch(server.url + path)).text();
  }
  expect((await scrape()).toLowerCase()).not.toContain('sentbyclient');
});

test('every route has a kind', () => {
  const config = parseConfig({ PUBLIC_URL: 'https://glossary.example' });
  for (const { kind } of routesOf({ graph: graph(), config, load: loadOf(config), metrics: new Metrics('1') })) {
    expect(ROUTE_KINDS).toContain(kind);
    expect(kind).not.toBe('other');
  }
});

describe('the setting METRICS', () => {
  const place = (settings: Record<string, string>) => metricsPlace(parseConfig(settings));

  test('is on for a loopback address only, unless it is set', () => {
    expect(place({})).toBe('beside');
    expect(place({ HOST: '0.0.0.0' })).toBe('nowhere');
    expect(place({ HOST: '0.0.0.0', METRICS: 'on' })).toBe('beside');
    expect(place({ METRICS: 'off' })).toBe('nowhere');
    expect(place({ METRICS: '9464' })).toBe(9464);
    for (const wrong of ['yes', '0', '65536', '-1'])
      expect(() => place({ METRICS: wrong })).toThrow(/METRICS: must be on/);
  });

  test('moves the metrics to a port of their own, which offers nothing else', async () => {
    const own = new Metrics('1.2.3');
    const config = parseConfig({ METRICS: '9464', ALLOWED_HOSTS: 'glossary.example' });
    const [main, apart] = await Promise.all([
      start({ METRICS: '9464' }, { metrics: own }),
      listen(metricsApp(own, config), '127.0.0.1', 0),
    ]);
    const status = async (url: string, init?: RequestInit) => {
      const response = await fetch(url, init);
      await response.arrayBuffer();
      return response.status;
    };
    expect(await status(`${main.url}/metrics`)).toBe(404);
    expect(await status(`${apart.url}/metrics`)).toBe(200);
    expect(await scrape(apart.url)).toMatch(/requests_total\{route="other",status="404"\} 1/);
    expect(await status(`${apart.url}/`)).toBe(404);
    expect(await status(`${apart.url}/metrics`, { method: 'POST' })).toBe(405);
    await Promise.all([main.stop(100), apart.stop(100)]);
  });
});

/** The expressions of the alert rules. */
async function expressions(): Promise<Record<string, string>> {
  const { groups } = parse(await readFile(ALERTS, 'utf8')) as {
    groups: { rules: { alert: string; expr: string }[] }[];
  };
  return Object.fromEntries(groups.flatMap(({ rules }) => rules.map(({ alert, expr }) => [alert, expr])));
}

test('every metric in the alert rules and in the documentation is in the response', async () => {
  const text = await scrape();
  const declared = new Set([...text.matchAll(/^# TYPE (\w+) /gm)].map(([, name]) => name));
  for (const [alert, expression] of Object.entries(await expressions())) {
    const names = expression.match(/\b(glossograph|nodejs|process)_\w+/g) ?? [];
    if (alert !== 'GlossographDown') expect(names, alert).not.toEqual([]);
    for (const name of names) expect(declared, alert).toContain(name.replace(/_(bucket|sum|count)$/, ''));
  }
  const docs = await readFile(new URL('../../docs/operations.md', import.meta.url), 'utf8');
  const inTable = [...docs.matchAll(/^\| `(glossograph_\w+)/gm)].map(([, name]) => name);
  const ours = [...declared].filter((name) => name?.startsWith('glossograph_'));
  expect(inTable.sort()).toEqual(ours.sort());
  for (const alert of Object.keys(await expressions())) expect(docs).toContain(`\`${alert}\``);
});

const promtool = findProgram('promtool');
const prometheus = findProgram('prometheus');
for (const [name, path] of Object.entries({ promtool, prometheus })) {
  if (path === undefined) console.log(`The tests with ${name} are skipped, because no ${name} was found on the PATH.`);
}

describe.skipIf(promtool === undefined)('promtool', () => {
  test('accepts the names and the form of the metrics', async () => {
    const checking = run(promtool ?? '', ['check', 'metrics']);
    checking.child.stdin?.end(await scrape());
    const { stdout, stderr } = await checking.catch((error: { stdout: string; stderr: string }) => error);
    // prom-client names these; they are as old as its dashboards.
    const ours = (stdout + stderr).split('\n').filter((line) => line.startsWith('glossograph_'));
    expect(ours).toEqual([]);
  });

  test('fires each alert for the fault that it is about, and none for a server that works', async () => {
    const { FAULTS, testOfRules } = await import('./faults.ts');
    expect(Object.keys(FAULTS).sort()).toEqual(Object.keys(await expressions()).sort());
    const folder = await mkdtemp(join(tmpdir(), 'glossograph-rules-'));
    const file = join(folder, 'rules.test.yml');
    await writeFile(file, testOfRules(ALERTS));
    const { stdout } = await run(promtool ?? '', ['test', 'rules', file]);
    expect(stdout).toContain('SUCCESS');
    await rm(folder, { recursive: true });
  });
});

test.skipIf(prometheus === undefined)(
  'a real Prometheus reads the metrics and loads the rules',
  async () => {
    const watching = await servePrometheus(prometheus ?? '', { target: new URL(server.url).host, rules: ALERTS });
    try {
      const { result } = await watching.until<{ result: { value: [number, string] }[] }>(
        '/api/v1/query?query=glossograph_database_up',
        ({ result: found }) => found.length > 0,
      );
      expect(result[0]?.value[1]).toBe('1');
      const { activeTargets } = await watching.get<{ activeTargets: { health: string; lastError: string }[] }>(
        '/api/v1/targets',
      );
      expect(activeTargets.map(({ health, lastError }) => [health, lastError])).toEqual([['up', '']]);
      const { groups } = await watching.until<{
        groups: { rules: { name: string; health: string; lastError?: string }[] }[];
      }>(
        '/api/v1/rules',
        ({ groups: found }) =>
          found.length > 0 && found.every(({ rules }) => rules.every((rule) => rule.health !== 'unknown')),
      );
      const rules = groups.flatMap((group) => group.rules);
      expect(rules.map(({ name }) => name).sort()).toEqual(Object.keys(await expressions()).sort());
      expect(rules.filter(({ health }) => health !== 'ok')).toEqual([]);
    } finally {
      await watching.stop();
    }
  },
  20_000,
);
