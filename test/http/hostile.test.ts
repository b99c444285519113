/** The whole server under requests that no kind client sends, in both ways of serving them. */
import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { schema } from '../../schema/index.ts';
import type { Listening } from '../../src/http/server.ts';
import { SEED } from '../setup/fixtures.ts';
import { hostileRequests } from '../setup/hostile-requests.ts';
import { serveGraph } from '../setup/server.ts';
import { sharedGraph } from '../setup/test-graph.ts';

const { graph } = sharedGraph(SEED);
let server: Listening;

beforeAll(async () => {
  server = await serveGraph(graph());
});
afterAll(() => server.stop());

/**
 * A page of another server asks by way of Yoga; a client without an Origin gets the short way. Both share all that looks at
 * arguments, so one in four requests is enough for the second.
 */
const WAYS: [string, Record<string, string>, number][] = [
  ['the short way', {}, 1],
  ['Yoga', { origin: 'https://other.example' }, 4],
];

interface Answered {
  data?: unknown;
  errors?: { message: string; extensions: { code?: string } }[];
}

describe.each(WAYS)('by %s', (_way, headers, oneIn) => {
  const requests = hostileRequests(schema).filter((_, i) => i % oneIn === 0);

  test(`answers each of ${requests.length} hostile requests in time and with a code, and is healthy right after`, async () => {
    expect(requests.length).toBeGreaterThan(150);
    const faults: string[] = [];
    for (const { name, query, variables, ill } of requests) {
      const started = performance.now();
      const response = await fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query, variables }),
      });
      const { data, errors = [] } = (await response.json()) as Answered;
      const codes = errors.map(({ extensions }) => extensions.code ?? 'no code');
      const seconds = (performance.now() - started) / 1_000;
      const health = await fetch(`${server.url}/health`);
      await health.body?.cancel();
      if (seconds > 10) faults.push(`${name}: ${seconds} s`);
      if (health.status !== 200) faults.push(`${name}: then /health is ${health.status}`);
      if (codes.includes('no code') || codes.includes('INTERNAL_SERVER_ERROR')) faults.push(`${name}: ${codes}`);
      if (ill && !codes.includes('BAD_USER_INPUT')) faults.push(`${name}: accepted, ${codes}`);
      if (!ill && data == null && codes.length === 0) faults.push(`${name}: neither data nor an error`);
      if (/neo4j|cypher|MATCH \(|node_modules|\.ts:/i.test(errors.map(({ message }) => message).join())) {
        faults.push(`${name}: leaks ${errors[0]?.message}`);
      }
    }
    expect(faults).toEqual([]);
  }, 300_000);

  describe('passes the audit of GraphQL over HTTP', () => {
    const fetchFn = (url: string, init: RequestInit = {}) =>
      fetch(url, { ...init, headers: { ...(init.headers as Record<string, string>), ...headers } });
    const audits = serverAudits({ url: () => `${server.url}/graphql`, fetchFn });

    test('has all audits', () => expect(audits).toHaveLength(61));
    test.each(audits.map((audit) => [audit.name, audit] as const))('%s', async (_name, audit) => {
      expect(await audit.fn()).toMatchObject({ status: 'ok' });
    });
  });
});
