/** The changes of the law as feeds, read by a parser of its own. */
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Listening } from '../../src/http/server.ts';
import { TWO_EDITIONS } from '../setup/fixtures.ts';
import { serveGraph } from '../setup/server.ts';
import { sharedGraph } from '../setup/test-graph.ts';

const { graph } = sharedGraph(TWO_EDITIONS);
let server: Listening;
beforeAll(async () => {
  server = await serveGraph(graph(), { PUBLIC_URL: 'https://kites.example' });
});
afterAll(() => server.stop());

const PERIOD = 'from=2020-05-02&to=2026-02-01';
const get = (path: string, headers = {}) => fetch(`${server.url}${path}`, { headers });

test('JSON Feed lists the changes, newest first, and tells a day of observation as one', async () => {
  const response = await get(`/changes.json?${PERIOD}&kinds=TEXT,HEADING`);
  expect(response.headers.get('content-type')).toBe('application/feed+json; charset=utf-8');
  const feed = await response.json();
  expect(feed.version).toMatch(/^https:\/\/jsonfeed\.org\/version\/1/);
  const [newest] = feed.items;
  expect(newest).toMatchObject({
    title: '99 CFR 7.2: text changed',
    url: 'https://kites.example/regulation/99-CFR-7.2',
    summary: 'First seen in the edition of 2026-01-03; the date of the change is not known.',
  });
  const dates = feed.items.map(({ date_modified }: { date_modified: string }) => date_modified);
  expect(dates).toEqual([...dates].sort().reverse());
  expect(new Set(feed.items.map(({ id }: { id: string }) => id)).size).toBe(feed.items.length);
});

test('Atom has the same entries, and is well formed', async () => {
  const response = await get(`/changes.atom?${PERIOD}`);
  expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
  const ids: string[] = [];
  let text = '';
  const parser = new SaxesParser();
  parser.on('text', (some) => {
    text = some;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'id') ids.push(text);
  });
  parser.write(await response.text()).close();
  const { items } = await (await get(`/changes.json?${PERIOD}`)).json();
  expect(ids).toEqual(['https://kites.example/changes.atom', ...items.map(({ id }: { id: string }) => id)]);
});

test('an unchanged feed is not sent twice', async () => {
  const tag = (await get(`/changes.atom?${PERIOD}`)).headers.get('etag') ?? '';
  expect((await get(`/changes.atom?${PERIOD}`, { 'if-none-match': tag })).status).toBe(304);
});

describe('a question that no feed answers', () => {
  test.each([
    ['from=yesterday', 'from: must be a real calendar date'],
    ['kinds=NEWS', 'kinds: each value must be one of ADDED'],
    ['within=nowhere', 'within: must be a citation'],
    ['within=99+CFR+7.2(a)', 'within: must be a section'],
    ['since=2020-01-01', 'since: unknown argument'],
    ['from=2026-01-01&to=2025-01-01', 'from: must not be later'],
  ])('%s', async (query, message) => {
    const response = await get(`/changes.json?${query}`);
    expect(response.status).toBe(400);
    expect((await response.json()).errors[0].message).toContain(message);
  });
});
