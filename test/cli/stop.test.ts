/** A real server process that is stopped: it sends its traces, and a second signal ends it at once. */
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeImport } from '../../src/store/write.ts';
import { glossograph } from '../setup/command-line.ts';
import { testAddress } from '../setup/graph.ts';
import { freePort } from '../setup/ports.ts';
import { seedRecords } from '../setup/seed.ts';
import { testGraph } from '../setup/test-graph.ts';

const { driver, fill } = testGraph();
fill(async () => {
  const { vocabularies } = await seedRecords();
  const records = { entities: [], relations: [], sources: [], vocabularies };
  await writeImport(driver(), testAddress().database, { origin: 'seed', records });
});

let receiver: Server;
const received: string[] = [];
beforeAll(async () => {
  receiver = createServer(async (request, response) => {
    for await (const chunk of request) received.push(String(chunk));
    response.end('{}');
  }).listen(0, '127.0.0.1');
  await once(receiver, 'listening');
});
afterAll(() => {
  receiver.closeAllConnections();
  receiver.close();
});

test('sends its last traces, and offers metrics on a separate port until its end', async () => {
  const { uri, user, password, database } = testAddress();
  const metricsPort = await freePort();
  const child = glossograph(['start'], {
    ...process.env,
    ...{ NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, MEANING: 'off', PORT: '0', LOG_LEVEL: 'warn' },
    ...(database !== undefined && { NEO4J_DATABASE: database }),
    METRICS: String(metricsPort),
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`,
    OTEL_BSP_SCHEDULE_DELAY: '600000', // no span is sent before the end
  });
  let said = '';
  child.stderr?.on('data', (chunk) => (said += chunk));
  const ended = once(child, 'exit');
  await expect.poll(() => said, { timeout: 50_000, interval: 200 }).toMatch(/Metrics +http/);
  const url = /Website +(\S+)\//.exec(said)?.[1] ?? '';
  const metrics = /Metrics +(\S+)/.exec(said)?.[1] ?? '';
  expect(new URL(metrics).port).toBe(String(metricsPort));
  expect((await fetch(`${url}/metrics`)).status).toBe(404);
  await (await fetch(`${url}/health`)).text();
  const text = await (await fetch(metrics)).text();
  for (const name of ['nodejs_eventloop_lag_p99_seconds', 'glossograph_plans_warm', 'glossograph_database_up']) {
    expect(text).toContain(`\n${name}`);
  }
  await expect
    .poll(async () => (await fetch(metrics)).text(), { timeout: 20_000 })
    .toMatch(/^glossograph_data_changed_timestamp_seconds \d/m);
  expect(received).toEqual([]);
  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
  expect(received.join('')).toContain('GET health');
  expect(said).toContain('Stopped');
}, 90_000);

test('a wrong variable of OpenTelemetry ends the command before it opens the database', async () => {
  const child = glossograph(['start'], {
    ...process.env,
    NEO4J_URI: 'bolt://127.0.0.1:1',
    OTEL_TRACES_EXPORTER: 'zipkin',
  });
  let said = '';
  child.stderr?.on('data', (chunk) => (said += chunk));
  const [code] = await once(child, 'close');
  expect([code, said]).toEqual([1, expect.stringMatching(/OTEL_TRACES_EXPORTER: must be otlp or none, not "zipkin"/)]);
});

/** A process that waits for a signal and then takes forever to end. */
async function hanging(): Promise<ChildProcess> {
  const from = new URL('../../dist/src/cli/stop-signal.js', import.meta.url).href;
  const script = `
    const { stopSignal } = await import(${JSON.stringify(from)});
    const stopped = stopSignal();
    console.log('waiting');
    setInterval(() => undefined, 1_000);
    await stopped;
    console.log('stopping');`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}

test.each([
  ['SIGTERM', 'SIGTERM'],
  ['SIGINT', 'SIGTERM'],
] as const)('%s and then %s end the process at once with exit code 1', async (first, second) => {
  const child = await hanging();
  const ended = once(child, 'exit');
  const stopping = once(child.stdout ?? child, 'data');
  child.kill(first);
  await stopping;
  child.kill(first); // the echo of Ctrl-C from npm
  await pause(400);
  expect(child.exitCode).toBeNull();
  child.kill(second);
  expect(await ended).toEqual([1, null]);
});
