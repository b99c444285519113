/** GET /graph/<format>, over HTTP: what is asked and refused, tags and encodings, and clients that go. */
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { parse as parseCsv } from 'csv-parse/sync';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { exports } from '../../cypher/export/index.ts';
import { parseNeighborhood } from '../../src/arguments/neighborhood-text.ts';
import { EXPORT_FORMAT_NAMES, EXPORT_FORMATS } from '../../src/export/formats.ts';
import type { ExportedGraph, ExportFormat } from '../../src/export/graph.ts';
import { readNeighborhood } from '../../src/export/read-graph.ts';
import type { Listening } from '../../src/http/server.ts';
import { importSeed } from '../../src/import/seed/import.ts';
import { dataVersion } from '../../src/store/status.ts';
import { writeImport } from '../../src/store/write.ts';
import { all, readOnce } from '../setup/exported.ts';
import { testAddress } from '../setup/graph.ts';
import { seedRecords } from '../setup/seed.ts';
import { serveGraph } from '../setup/server.ts';
import { testGraph } from '../setup/test-graph.ts';
import { streamed } from './any-graph.ts';

const { driver, graph, fill } = testGraph();
const { database } = testAddress();
let server: Listening;
fill(async () => {
  await importSeed(driver(), database, await seedRecords());
});
beforeAll(async () => {
  server = await serveGraph(graph());
});
afterAll(() => server.stop(0));
afterEach(() => vi.restoreAllMocks());

interface Got {
  status: number;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

/** Nothing is decoded on the way, as it is by fetch. */
async function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Got> {
  const asking = request(server.url + path, { method, headers }).end();
  const [response] = (await once(asking, 'response')) as [IncomingMessage];
  const pieces: Buffer[] = [];
  for await (const piece of response) pieces.push(piece);
  return { status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(pieces) };
}

const NEAR = '?of=Term:ehr&depth=2&limit=30';

/** What each format makes of a graph that was read once. */
async function text({ write }: ExportFormat, exported: ExportedGraph): Promise<string> {
  return (await all(write(exported))).join('');
}

describe('GET /graph/<format>', () => {
  test('returns the whole graph in each format', async () => {
    const whole = streamed(await readOnce(graph()));
    for (const format of EXPORT_FORMATS) {
      const { status, headers, body } = await get(`/graph/${format.name}`);
      expect(status).toBe(200);
      expect(headers).toMatchObject({
        'content-type': `${format.mediaType}; charset=utf-8`,
        'content-disposition': `attachment; filename="glossograph.${format.extension}"`,
        'cache-control': 'no-cache, no-transform',
        vary: 'Accept-Encoding',
        'glossograph-data-version': await dataVersion(driver(), database),
        'glossograph-completeness': 'exact=?1, reasons=(), omitted-nodes=0',
      });
      const about = { completeness: { exact: true, reasons: [], omittedNodes: 0 } };
      expect(body.toString() === (await text(format, { ...whole, about }))).toBe(true);
    }
  });

  test('returns a neighborhood in each format, and reports what is missing', async () => {
    const asked = parseNeighborhood(
      (one) => (({ of: ['Term:ehr'], depth: ['2'], limit: ['30'] }) as Record<string, string[]>)[one] ?? [],
    );
    if (asked === null) throw new Error('a question');
    const found = await readNeighborhood(graph(), asked.params, asked.question, {});
    const { omittedNodes } = found.about.completeness;
    expect(omittedNodes).toBeGreaterThan(0);
    for (const format of EXPORT_FORMATS) {
      const { headers, body } = await get(`/graph/${format.name}${NEAR}`);
      expect(body.toString() === (await text(format, found))).toBe(true);
      expect(headers['glossograph-completeness']).toBe(`exact=?0, reasons=("LIMIT"), omitted-nodes=${omittedNodes}`);
      expect(headers['content-disposition']).toContain(`"glossograph-Term-ehr.${format.extension}"`);
    }
  });

  test('has the same bytes and tag however the arguments are ordered', async () => {
    const tags = await Promise.all(
      [
        '?of=Term:ehr&of=Term:fhir&types=CITES&types=MENTIONS',
        '?types=MENTIONS,CITES&of=Term%3Afhir&of=Term:ehr&of=Term:ehr&depth=1&limit=100&direction=BOTH',
      ].map(async (query) => (await get(`/graph/d3${query}`)).headers.etag),
    );
    expect(tags[0]).toBe(tags[1]);
  });

  test('has the same headers for HEAD', async () => {
    for (const path of [`/graph/turtle${NEAR}`, '/graph/turtle']) {
      const [head, full] = [await get(path, {}, 'HEAD'), await get(path)];
      expect(head.status).toBe(200);
      expect(head.body).toHaveLength(0);
      for (const name of ['etag', 'content-type', 'vary', 'glossograph-completeness']) {
        expect(head.headers[name]).toBe(full.headers[name]);
      }
    }
  });
});

describe('CSV that is safe for spreadsheets', () => {
  const FORMULAS = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', "='quoted'", '=a,"b"'];
  const source = { id: 'Source:formulas', name: '=HYPERLINK("https://x.example")' };
  const nodes = FORMULAS.map((name, i) => ({
    ...{ kind: 'ORGANIZATION' as const, id: `Organization:f${i}`, label: name, name, role: 'a=b', summary: '' },
  }));
  const namesIn = async (path: string) => {
    const [[, ...columns] = [], ...lines] = parseCsv((await get(path)).body.toString()) as string[][];
    const at = columns.indexOf('name') + 1;
    return lines.flatMap((cells) => (/^Organization:f/.test(cells[0] ?? '') ? [{ name: cells[at] ?? '', cells }] : []));
  };

  beforeAll(async () => {
    await writeImport(driver(), database, {
      ...{ origin: 'formulas', records: { entities: nodes, relations: [], sources: [source] } },
    });
  });
  afterAll(() =>
    writeImport(driver(), database, { origin: 'formulas', records: { entities: [], relations: [], sources: [] } }),
  );

  test('plain cells are exact, safe cells that would be a formula start with an apostrophe', async () => {
    expect((await namesIn('/graph/csv-nodes')).map(({ name }) => name)).toEqual(FORMULAS);
    const safe = await namesIn('/graph/csv-nodes?safe=spreadsheet');
    expect(safe.map(({ name }) => name)).toEqual(FORMULAS.map((name) => `'${name}`));
    for (const { cells } of safe) expect(cells.filter((one) => /^[=+\-@\t\r\n＝]/.test(one))).toEqual([]);
    expect(safe[0]?.cells).toContain('a=b');
    const [near] = await namesIn('/graph/csv-nodes?of=Organization:f0&safe=spreadsheet');
    expect(near?.name).toBe("'=1+1");
  });

  test('has a tag of its own', async () => {
    const [plain, safe] = [await get('/graph/csv-nodes'), await get('/graph/csv-nodes?safe=spreadsheet')];
    expect(safe.headers.etag).not.toBe(plain.headers.etag);
    const again = await get('/graph/csv-nodes?safe=spreadsheet', { 'if-none-match': plain.headers.etag ?? '' });
    expect(again.status).toBe(200);
  });

  test.each([
    ['csv-nodes?safe=excel', 'safe: must be spreadsheet, not "excel"'],
    ['csv-nodes?safe=', 'safe: must be spreadsheet, not ""'],
    ['csv-nodes?safe=spreadsheet&safe=spreadsheet', 'safe: must be specified only once, not 2 times'],
    [
      'turtle?safe=spreadsheet',
      'safe: can be used only with the formats csv-nodes, csv-edges, csv-sources, not with turtle',
    ],
    ['turtle?save=spreadsheet', 'save: unknown argument; the accepted arguments are of, '],
  ])('refuses %s', async (path, message) => {
    const { status, body } = await get(`/graph/${path}`);
    const { errors } = JSON.parse(body.toString());
    expect([status, errors[0].extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
    expect(errors[0].message).toContain(message);
  });
});

describe('entity tags and encodings', () => {
  test('each encoding has its own bytes and tag, the same each time', async () => {
    const path = `/graph/graphml${NEAR}`;
    const plain = await get(path);
    const tags = new Set([plain.headers.etag]);
    for (const [encoding, decode] of [
      ['br', brotliDecompressSync],
      ['gzip', gunzipSync],
    ] as const) {
      const [one, again] = [
        await get(path, { 'accept-encoding': encoding }),
        await get(path, { 'accept-encoding': encoding }),
      ];
      expect(one.headers['content-encoding']).toBe(encoding);
      expect(decode(one.body).equals(plain.body)).toBe(true);
      expect(again.body.equals(one.body)).toBe(true);
      expect(again.headers.etag).toBe(one.headers.etag);
      tags.add(one.headers.etag);
    }
    expect(tags.size).toBe(3);
    for (const tag of tags) expect(tag).toMatch(/^"[0-9a-f]{32}"$/); // strong
  });

  test.each([
    ['br;q=0.5, gzip', 'gzip'],
    ['gzip;q=0, *', 'br'],
    ['*', 'br'],
    ['identity, gzip;q=0.1', undefined],
    ['deflate', undefined],
    ['br;q=0', undefined],
    ['gzip, deflate, br, zstd', 'br'],
  ])('Accept-Encoding: %s', async (accepted, expected) => {
    const { headers } = await get(`/graph/d3${NEAR}`, { 'accept-encoding': accepted });
    expect(headers['content-encoding']).toBe(expected);
  });

  test('answers If-None-Match from the data version alone, until the data changes', async () => {
    for (const path of [`/graph/json-ld${NEAR}`, '/graph/json-ld']) {
      const { headers } = await get(path, { 'accept-encoding': 'br' });
      const etag = headers.etag ?? '';
      const read = vi.spyOn(graph(), 'read');
      for (const named of [etag, `"other", W/${etag}`, '*']) {
        const again = await get(path, { 'accept-encoding': 'br', 'if-none-match': named });
        expect([again.status, again.body.length]).toEqual([304, 0]);
        expect(again.headers).toMatchObject({
          etag,
          vary: 'Accept-Encoding',
          'cache-control': 'no-cache, no-transform',
        });
      }
      expect(read).toHaveBeenCalledTimes(3);
      for (const [text] of read.mock.calls) expect(text).toBe(exports.state.text);
      vi.restoreAllMocks();
      expect((await get(path, { 'if-none-match': etag })).status).toBe(200); // another encoding is something else
    }
    const path = '/graph/csv-nodes';
    const before = await get(path);
    const records = {
      entities: [
        { kind: 'ORGANIZATION', id: 'Organization:kites', label: 'Kites', name: 'Kites', role: 'network' } as const,
      ],
      relations: [],
      sources: [],
    };
    await writeImport(driver(), database, { origin: 'test', records });
    const after = await get(path, { 'if-none-match': before.headers.etag ?? '' });
    expect(after.status).toBe(200);
    expect(after.headers.etag).not.toBe(before.headers.etag);
  });
});

test('lets pages of allowed origins read an export', async () => {
  const origin = 'https://gephi.example';
  const allowing = await serveGraph(graph(), { CORS_ORIGINS: origin });
  const asked = (from: string) => fetch(`${allowing.url}/graph/gexf${NEAR}`, { headers: { origin: from } });
  const [allowed, other] = [await asked(origin), await asked('https://other.example')];
  await allowing.stop(0);
  expect(allowed.headers.get('access-control-allow-origin')).toBe(origin);
  expect(allowed.headers.get('vary')).toBe('Origin, Accept-Encoding');
  expect(other.headers.get('access-control-allow-origin')).toBeNull();
  expect((await get(`/graph/gexf${NEAR}`, { origin })).headers['access-control-allow-origin']).toBeUndefined();
});

describe('a faulty request is refused with what is accepted', () => {
  test.each([
    ['/graph/pdf', 404, 'NOT_FOUND', `format: must be one of ${EXPORT_FORMAT_NAMES.join(', ')}`],
    ['/graph/', 404, 'NOT_FOUND', /^format: must be one of jsonl, /],
    ['/graph/d3/x', 404, 'NOT_FOUND', /^format: must be one of jsonl, /],
    [
      '/graph/d3?foo=1&of=Term:ehr',
      400,
      'BAD_USER_INPUT',
      'foo: unknown argument; the accepted arguments are of, depth, types, excludeTypes, kinds, vocabularies, direction, ranking, limit, perHopLimit, asOf, safe',
    ],
    ['/graph/d3?depth=2', 400, 'BAD_USER_INPUT', /^depth: requires the argument "of"/],
    ['/graph/d3?of=Term:ehr&depth=9', 400, 'BAD_USER_INPUT', 'depth: must be between 1 and 4, not 9'],
    ['/graph/d3?of=Term:ehr&depth=two', 400, 'BAD_USER_INPUT', 'depth: must be a whole number, not "two"'],
    ['/graph/d3?of=Term:ehr&depth=1&depth=2', 400, 'BAD_USER_INPUT', 'depth: must be specified only once, not 2 times'],
    ['/graph/d3?of=Term:ehr&limit=2001', 400, 'BAD_USER_INPUT', 'limit: must be between 1 and 2000, not 2001'],
    ['/graph/d3?of=Term:ehr&perHopLimit=0', 400, 'BAD_USER_INPUT', 'perHopLimit: must be between 1 and 2000, not 0'],
    ['/graph/d3?of=Term:ehr&types=KNOWS', 400, 'BAD_USER_INPUT', /^types: must be one of ALIAS_OF, .*, not "KNOWS"$/],
    ['/graph/d3?of=Term:ehr&kinds=term', 400, 'BAD_USER_INPUT', /^kinds: must be one of TERM, .*, not "term"$/],
    ['/graph/d3?of=Term:ehr&direction=UP', 400, 'BAD_USER_INPUT', 'direction: must be one of OUT, IN, BOTH, not "UP"'],
    ['/graph/d3?of=Term:ehr&asOf=2026-02-30', 400, 'BAD_USER_INPUT', /^asOf: must be a real calendar date/],
    [
      `/graph/d3?${'of=a'.concat('&of=b1'.repeat(3))}${Array.from({ length: 50 }, (_, i) => `&of=Term:${i}`).join('')}`,
      400,
      'BAD_USER_INPUT',
      'of: must contain at most 50 ids, not 52',
    ],
  ])('%s', async (path, status, code, message) => {
    const got = await get(path);
    expect([got.status, got.headers.etag]).toEqual([status, undefined]);
    const [error] = JSON.parse(got.body.toString()).errors;
    expect(error).toEqual({ message: expect.stringMatching(message), extensions: { code } });
  });
});
