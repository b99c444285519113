/** The answers of the next day: what expires at midnight (UTC) is gone a minute later, whatever clients or the server have kept. */
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Listening } from '../../src/http/server.ts';
import { writeImport } from '../../src/store/write.ts';
import { KITES } from '../api/standards-fixture.ts';
import { testAddress } from '../setup/graph.ts';
import { serveGraph } from '../setup/server.ts';
import { testGraph } from '../setup/test-graph.ts';

const { driver, graph, fill } = testGraph();
fill(() => writeImport(driver(), testAddress().database, { origin: 'kites', records: KITES }));
let server: Listening;
beforeAll(async () => {
  server = await serveGraph(graph());
});
afterAll(() => server.stop());
afterEach(() => vi.useRealTimers());

/** The adoption of this version ends on January 1, 2026. */
const STANDARD = 'kites/1.0.0';

/** What a server answers at a moment, with its entity tag. Only the clock of dates stands still. */
async function at(moment: string, path: string, headers: Record<string, string> = {}) {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(moment) });
  const response = await fetch(`${server.url}${path}`, { headers });
  return { status: response.status, tag: response.headers.get('etag'), body: await response.text() };
}
const LATE = '2025-12-31T23:59:00Z';
const EARLY = '2026-01-01T00:01:00Z';
const question = (query: string) => `/graphql?query=${encodeURIComponent(query)}`;

describe.each([
  ['adoptions', question(`{ adoptions { edges { node { standard { key } } } } }`)],
  ['a standard', question(`{ standard(key: "${STANDARD}") { adoptions { regulation { citation } } } }`)],
  ['relations', question(`{ standard(key: "${STANDARD}") { relations(types: [ADOPTS]) { totalCount } } }`)],
  ['a picture', question(`{ neighborhood(of: ["Standard:${STANDARD}"], types: [ADOPTS]) { nodes { key } } }`)],
  [
    'paths',
    question(
      `{ paths(from: "Standard:${STANDARD}", to: "Standard:core/4.0.1", types: [ADOPTS]) { paths { length } } }`,
    ),
  ],
  ['an export', `/graph/csv-edges?of=Standard:${STANDARD}&types=ADOPTS`],
  ['a page', `/standard/${STANDARD}`],
])('%s', (_name, path) => {
  test('differs after midnight, and stays the same before it', async () => {
    const before = await at('2025-12-31T12:00:00Z', path);
    const late = await at(LATE, path);
    const early = await at(EARLY, path);
    expect([before.status, late.status, early.status]).toEqual([200, 200, 200]);
    expect(late.body).toBe(before.body);
    expect(early.body).not.toBe(late.body);
    expect(await at(LATE, path)).toEqual(late);
    if (late.tag === null) return;
    expect(late.tag).toBe(before.tag);
    expect(early.tag).not.toBe(late.tag);
    expect((await at(LATE, path, { 'if-none-match': late.tag })).status).toBe(304);
    expect((await at(EARLY, path, { 'if-none-match': late.tag })).status).toBe(200);
  });
});

test('pages and exports have entity tags', async () => {
  for (const path of [`/graph/csv-edges?of=Standard:${STANDARD}`, `/standard/${STANDARD}`])
    expect((await at(LATE, path)).tag).toMatch(/"/);
});
