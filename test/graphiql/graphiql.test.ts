/** GraphiQL at /graphql: what the server sends over HTTP, and the page in a real browser. */
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { parse, validate } from 'graphql';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { schema } from '../../schema/index.ts';
import { GRAPHIQL_QUERIES } from '../../src/graphiql/queries.ts';
import type { Listening } from '../../src/http/server.ts';
import { GLOSSOGRAPH } from '../../src/model/vocabulary.ts';
import { writeImport } from '../../src/store/write.ts';
import { openBrowser } from '../setup/browser.ts';
import { serveGraph } from '../setup/server.ts';
import { testGraph } from '../setup/test-graph.ts';

const { driver, graph, fill } = testGraph();
fill(async () => {
  const kite = {
    kind: 'TERM' as const,
    vocabulary: 'glossograph',
    id: 'Term:kite',
    slug: 'kite',
    label: 'Kite',
    name: 'Kite',
  };
  const term = { ...kite, keyTakeaways: [], sectionHeadings: [], sectionBodies: [] };
  await writeImport(driver(), undefined, {
    origin: 'test',
    records: { entities: [term], relations: [], sources: [], vocabularies: [GLOSSOGRAPH] },
  });
});

let server: Listening;
beforeAll(async () => {
  server = await serveGraph(graph());
});
afterAll(() => server.stop(0));

const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

interface Got {
  status: number;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

/** Sends a request whose response is not decoded. */
async function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Got> {
  const [response] = (await once(request(server.url + path, { method, headers }).end(), 'response')) as [
    IncomingMessage,
  ];
  const pieces: Buffer[] = [];
  for await (const piece of response) pieces.push(piece);
  return { status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(pieces) };
}
const page = (headers: Record<string, string> = {}, query = '', method = 'GET') =>
  get(`/graphql${query}`, { accept: BROWSER, ...headers }, method);
const filesIn = ({ body }: Got) =>
  [...body.toString().matchAll(/(?:src|href)="(\/graphiql\/[^"]+)"/g)].map(([, path]) => path ?? '');

const DECODERS = { br: brotliDecompressSync, gzip: gunzipSync } as const;

test('every example query is valid', () => {
  expect(validate(schema, parse(GRAPHIQL_QUERIES))).toEqual([]);
});

describe('the server', () => {
  test('sends a small page that loads only files of this server', async () => {
    const got = await page();
    expect([got.status, got.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(got.body.length).toBeLessThan(10_000);
    expect(got.body.toString()).not.toMatch(/(?:src|href)="(?!\/|data:)| style=| on\w+=|<script>|<style>/);
    expect(filesIn(got).length).toBeGreaterThanOrEqual(2);
    expect((await page({}, '?query={__typename}')).body.equals(got.body)).toBe(true);
  });

  test.each([
    ['a client without a preference', undefined],
    ['any type', '*/*'],
    ['JSON', 'application/json'],
    ['the media type of GraphQL', 'application/graphql-response+json, application/json;q=0.9'],
    ['JSON before HTML', 'application/json, text/html;q=0.5'],
  ])('answers a query for %s with JSON', async (_what, accept) => {
    const got = await get('/graphql?query={__typename}', accept === undefined ? {} : { accept });
    expect(JSON.parse(got.body.toString())).toEqual({ data: { __typename: 'Query' } });
    expect(got.headers.vary).toMatch(/\bAccept\b/);
  });

  test('allows the page nothing inline, no evaluation, no other host and no frame', async () => {
    const { headers } = await page();
    const policy = String(headers['content-security-policy']);
    for (const rule of ["default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'"]) {
      expect(policy.split('; ')).toContain(rule);
    }
    expect(policy).not.toMatch(/unsafe|http|\*/);
    expect(headers).toMatchObject({
      'x-frame-options': 'DENY',
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
    });
  });

  test.each(['br', 'gzip'] as const)(
    'sends the page and its files compressed as %s, each with its own tag',
    async (encoding) => {
      const [plain, compressed] = [await page(), await page({ 'accept-encoding': encoding })];
      expect(compressed.headers['content-encoding']).toBe(encoding);
      expect(compressed.headers.vary).toBe('Accept, Accept-Encoding');
      expect(DECODERS[encoding](compressed.body).equals(plain.body)).toBe(true);
      expect(compressed.headers.etag).not.toBe(plain.headers.etag);
      let sent = 0;
      for (const path of filesIn(plain)) {
        const [whole, small] = [await get(path), await get(path, { 'accept-encoding': encoding })];
        expect([whole.headers['content-encoding'], small.headers['content-encoding']]).toEqual([undefined, encoding]);
        expect(DECODERS[encoding](small.body).equals(whole.body)).toBe(true);
        expect(small.headers['content-length']).toBe(String(small.body.length));
        expect(small.headers.etag).not.toBe(whole.headers.etag);
        sent += small.body.length;
      }
      expect(sent).toBeLessThan(450_000);
    },
  );

  test('sends nothing again that the client has: 304 for the page, a year for its files', async () => {
    const first = await page({ 'accept-encoding': 'br' });
    const etag = first.headers.etag ?? '';
    expect(first.headers['cache-control']).toBe('no-cache');
    expect(etag).toMatch(/^"[\w-]{22}-br"$/);
    const again = await page({ 'accept-encoding': 'br', 'if-none-match': etag });
    expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, etag]);
    expect((await page({ 'accept-encoding': 'gzip', 'if-none-match': etag })).status).toBe(200);
    for (const path of filesIn(await page())) {
      const file = await get(path);
      expect([file.status, file.headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable']);
      expect((await get(path, { 'if-none-match': file.headers.etag ?? '' })).status).toBe(304);
    }
    const head = await page({}, '', 'HEAD');
    expect([head.status, head.body.length]).toEqual([200, 0]);
  });

  test('knows no other files', async () => {
    for (const name of ['', 'main.js', 'manifest.json', '..%2f..%2fpackage.json']) {
      const got = await get(`/graphiql/${name}`);
      expect([name, got.status, got.headers['cache-control']]).toEqual([name, 404, 'no-store']);
    }
  });

  test('has neither the page nor its files if GRAPHIQL is off', async () => {
    const plain = await serveGraph(graph(), { GRAPHIQL: 'off' });
    try {
      const asked = await fetch(`${plain.url}/graphql?query={__typename}`, { headers: { accept: BROWSER } });
      expect(await asked.json()).toEqual({ data: { __typename: 'Query' } });
      const [path = ''] = filesIn(await page());
      expect((await fetch(plain.url + path)).status).toBe(404);
    } finally {
      await plain.stop(0);
    }
  });
});

describe('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  const editor = (on: Page, which: 'query' | 'variable') =>
    on.locator(`.graphiql-editors .CodeMirror`).nth(which === 'query' ? 0 : 1);
  const result = (on: Page) => on.locator('.result-window');
  const run = (on: Page) => on.getByRole('button', { name: /^Execute query/ }).click();

  /** Opens the page, and collects what the browser complains about. */
  async function opened(query = ''): Promise<{ on: Page; complaints: string[] }> {
    const on = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const complaints: string[] = [];
    on.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    on.on('pageerror', (error) => complaints.push(String(error)));
    on.on('request', (sent) => {
      if (!sent.url().startsWith(server.url) && !sent.url().startsWith('data:')) complaints.push(`asks ${sent.url()}`);
    });
    await on.exposeFunction('violated', (directive: string) => complaints.push(`violates ${directive}`));
    await on.addInitScript(
      `document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => violated(violatedDirective));`,
    );
    await on.goto(`${server.url}/graphql${query}`);
    await editor(on, 'query').waitFor();
    return { on, complaints };
  }

  test('opens with the examples; a query that is typed is completed, answered and kept in the address', async () => {
    const { on, complaints } = await opened();
    await expect.poll(() => editor(on, 'query').textContent()).toContain('emr-vs-ehr');
    expect(new URL(on.url()).search).toBe('');
    await editor(on, 'query').click();
    await on.keyboard.press('ControlOrMeta+a');
    await on.keyboard.type('{ term(slug: "kite") { na');
    await on.locator('.CodeMirror-hints').getByText('name', { exact: true }).click();
    // The examples have several operations, and the button asks for one until GraphiQL has read the new query.
    await on.getByText('<untitled>').waitFor();
    await run(on);
    await expect.poll(() => result(on).textContent()).toContain('"name": "Kite"');
    expect(new URL(on.url()).searchParams.get('query')).toContain('slug: "kite"');
    await on.close();
    expect(complaints).toEqual([]);
  });

  test('opens the query and the variables of a link', async () => {
    const link = new URLSearchParams({
      ...{ query: 'query($slug: String!) { term(slug: $slug) { label } }', variables: '{"slug":"kite"}' },
    });
    const { on, complaints } = await opened(`?${link}`);
    await expect.poll(() => editor(on, 'variable').textContent()).toContain('"slug": "kite"');
    await run(on);
    await expect.poll(() => result(on).textContent()).toContain('"label": "Kite"');
    await on.close();
    expect(complaints).toEqual([]);
  });

  test('shows the documentation, the history and both dialogs within the policy', async () => {
    const { on, complaints } = await opened('?query={__typename}');
    await run(on);
    await expect.poll(() => result(on).textContent()).toContain('Query');
    await on.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    await on.getByRole('link', { name: 'Query', exact: true }).click();
    await on.getByText('paths', { exact: true }).first().waitFor();
    await on.getByRole('button', { name: 'Show History' }).click();
    for (const dialog of ['Open short keys dialog', 'Open settings dialog']) {
      await on.getByRole('button', { name: dialog }).click();
      await on.getByRole('dialog').waitFor();
      expect(await on.evaluate(() => getComputedStyle(document.body).overflow)).toBe('hidden');
      await on.keyboard.press('Escape');
      await on.getByRole('dialog').waitFor({ state: 'detached' });
    }
    await on.close();
    expect(complaints).toEqual([]);
  });
});
