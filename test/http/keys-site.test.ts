/** The whole server with API keys: every path that people and programs use, and the explorer in a real browser. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ownDocuments } from '../../schema/document.ts';
import { newKey } from '../../src/http/key-file.ts';
import type { Listening } from '../../src/http/server.ts';
import { openPage } from '../explorer/open-page.ts';
import { openBrowser } from '../setup/browser.ts';
import { SEED } from '../setup/fixtures.ts';
import { serveGraph } from '../setup/server.ts';
import { sharedGraph } from '../setup/test-graph.ts';

const { graph } = sharedGraph(SEED);
const { key, entry } = newKey('tests');
let folder: string;
let closed: Listening;
let open: Listening;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glossograph-keys-'));
  const file = join(folder, 'keys.json');
  await writeFile(file, JSON.stringify([entry]));
  const settings = { API_KEYS: file, PUBLIC_URL: 'https://kites.example', REQUEST_TIMEOUT_MS: '50000' };
  closed = await serveGraph(graph(), settings);
  open = await serveGraph(graph(), { ...settings, PUBLIC_PAGES: 'on' });
});
afterAll(async () => {
  await Promise.all([closed.stop(100), open.stop(100)]);
  await rm(folder, { recursive: true });
});

const SITE = [
  '/',
  '/terms',
  '/term/ehr',
  '/search?q=ehr',
  '/explore',
  '/changes.atom?from=2024-01-01&to=2024-02-01',
  '/sitemap.xml',
  '/robots.txt',
  '/llms.txt',
  '/favicon.svg',
];
const DATA = ['/graph/jsonl', '/graph/gexf?of=Term:ehr', '/graphql?query={meta{dataVersion}}'];

const statusOf = async (server: Listening, path: string, headers: Record<string, string> = {}) => {
  const response = await fetch(`${server.url}${path}`, { headers });
  await response.body?.cancel();
  return response.status;
};

test.each([...SITE, ...DATA])('with API_KEYS, %s needs a key', async (path) => {
  expect([
    await statusOf(closed, path),
    await statusOf(closed, path, { authorization: `Bearer ${newKey('other').key}` }),
    await statusOf(closed, path, { authorization: `Bearer ${key}` }),
  ]).toEqual([401, 401, 200]);
});

describe('with PUBLIC_PAGES', () => {
  test.each(SITE)('%s is open', async (path) => expect(await statusOf(open, path)).toBe(200));

  test.each(DATA)('%s needs a key', async (path) => {
    expect([await statusOf(open, path), await statusOf(open, path, { authorization: `Bearer ${key}` })]).toEqual([
      401, 200,
    ]);
  });

  test('the explorer and the search box work in a browser that has no key', async () => {
    const browser = await openBrowser();
    try {
      const { page, faults } = await openPage(browser, `${open.url}/explore`);
      expect(await page.locator('#nodes').textContent()).toContain('Information blocking');
      await page.goto(`${open.url}/`);
      await page.getByRole('combobox').first().pressSequentially('hipa');
      await page.getByRole('option').first().waitFor({ timeout: 30_000 });
      expect(faults).toEqual([]);
    } finally {
      await browser.close();
    }
  });

  test('every document of the website is accepted without a key', async () => {
    const documents = [...ownDocuments()].filter((text) => /^\s*(query|\{)/.test(text));
    expect(documents.length).toBeGreaterThan(10);
    for (const query of documents) {
      const response = await fetch(`${open.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      });
      await response.body?.cancel();
      expect([query, response.status]).toEqual([query, 200]);
    }
  });
});
