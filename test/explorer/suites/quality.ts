/** What holds for the whole page: accessible, within its budget, and allowed nothing that it does not need. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { generate } from '../../../bench/generate.ts';
import { EXPLORER_ASSETS } from '../../../src/explorer/assets.ts';
import { emptyDatabase } from '../../setup/graph.ts';
import { slowness } from '../../setup/slowness.ts';
import type { Explored } from '../explored.ts';
import { AROUND, CENTRE, drawn, listed, placeOf, press, query, soon, suggestions, title } from '../open-page.ts';

const MOST_SCRIPT = 150 * 1024;
const FIRST_PICTURE_MS = 2_000;
const LARGE_PICTURE_MS = 3_000;
const MOST_ROUNDS = 6;

/** Notes what moved, as browsers count it, from the first paint on. */
const NOTE_SHIFTS = `globalThis.moved = [];
  new PerformanceObserver((list) => {
    for (const { hadRecentInput, sources } of list.getEntries()) {
      if (!hadRecentInput) globalThis.moved.push(...sources.map(({ node, previousRect: { x, y } , currentRect }) =>
        (node?.outerHTML ?? node?.data ?? 'something') + [' from', x, y, 'to', currentRect.x, currentRect.y].join(' ')));
    }
  }).observe({ type: 'layout-shift', buffered: true });`;
const moved = (on: Page) => on.evaluate(() => (globalThis as { moved?: string[] }).moved);

interface Violation {
  id: string;
  impact: string | null;
  nodes: { html: string; failureSummary?: string }[];
}

/** What axe-core finds serious or critical. */
async function violations(on: Page): Promise<string[]> {
  await on.evaluate(axe.source);
  const found = await on.evaluate(() =>
    (globalThis as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } }).axe.run(),
  );
  return found.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`));
}

export function quality({ page, fresh, browser, server, driver }: Explored): void {
  /** How long it took until names stood beside nodes, again until it is quick enough: others may use the machine, too. */
  async function timesOf(path: string, most: number): Promise<number[]> {
    const times: number[] = [];
    for (let i = 0; i < MOST_ROUNDS && !(Number(times.at(-1)) < most * slowness()); i++) {
      const on = await fresh(path);
      await drawn(on);
      times.push(await on.evaluate(() => Math.round(performance.now())));
    }
    return times;
  }

  describe('the whole page', () => {
    const sizes = { wide: { width: 1280, height: 800 }, 'at 360 px': { width: 360, height: 740 } } as const;
    test.each(
      Object.entries(sizes).flatMap(([size, viewport]) =>
        (['light', 'dark'] as const).map((colorScheme) => ({ size, viewport, colorScheme })),
      ),
    )('is accessible: $size, $colorScheme', async ({ viewport, colorScheme }) => {
      const script = NOTE_SHIFTS;
      const on = await fresh(`/explore?see=${encodeURIComponent(CENTRE)}&hide=alias`, {
        viewport,
        colorScheme,
        script,
      });
      await soon(() => title(on).textContent()).toContain('EMR vs EHR');
      await on.locator('.group summary').first().click();
      await on.locator('#search').fill('ehr');
      await suggestions(on, '#search').getByRole('option').first().waitFor();
      expect(await violations(on)).toEqual([]);
      expect(await moved(on)).toEqual([]);
      // On a small screen, the side is a sheet that opens over the page.
      const parts = ['#stage', '#panel', ...(viewport.width > 1_000 ? ['.side'] : [])];
      const boxes = await Promise.all(parts.map((part) => on.locator(part).boundingBox()));
      for (const [i, a] of boxes.entries()) {
        expect(a && a.x >= 0 && a.x + a.width <= viewport.width).toBe(true);
        for (const b of boxes.slice(i + 1)) {
          const apart =
            a && b && (a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y);
          expect(apart).toBe(true);
        }
      }
      expect(await on.evaluate('document.documentElement.scrollWidth')).toBe(viewport.width);
    });

    test('stands still while it loads and while it is used', async () => {
      const on = await fresh(AROUND, { script: NOTE_SHIFTS });
      await drawn(on);
      const spot = await placeOf(on, 'Term:fhir');
      await on.mouse.dblclick(spot.x, spot.y);
      await soon(() => title(on).textContent()).toContain('FHIR');
      await listed(on).press('End');
      await press(on, 'Close');
      expect(await violations(on)).toEqual([]); // with the questions to begin with
      expect(await moved(on)).toEqual([]);
    });

    test('stands still though it comes in pieces', async () => {
      const half = '<label for="cap">Expand by</label>';
      const slow = createServer(async (request, response) => {
        const got = await fetch(server().url + request.url);
        const body = await got.text();
        const cut = body.indexOf(half) + half.length;
        response.writeHead(got.status, { 'content-type': got.headers.get('content-type') ?? '' });
        if (request.url !== '/explore') return void response.end(body);
        response.write(body.slice(0, cut));
        setTimeout(() => response.end(body.slice(cut)), 400);
      }).listen(0, '127.0.0.1');
      await once(slow, 'listening');
      const on = await browser().newPage();
      await on.addInitScript({ content: NOTE_SHIFTS });
      await on.goto(`http://127.0.0.1:${(slow.address() as AddressInfo).port}/explore`);
      await on.waitForFunction(() => performance.getEntriesByType('paint').length > 0);
      expect(await moved(on)).toEqual([]);
      await on.close();
      slow.close();
      slow.closeAllConnections();
    });

    test('shows its first picture soon', async () => {
      const times = await timesOf('/explore', FIRST_PICTURE_MS);
      console.log(`first picture of 15 nodes: ${times.join(', ')} ms after navigation began`);
      expect(times.at(-1)).toBeLessThan(FIRST_PICTURE_MS * slowness());
    });

    test('loads little', async () => {
      const { files } = await EXPLORER_ASSETS.bundle();
      const scripts = [...files].filter(([name]) => name.endsWith('.js'));
      const sizes = scripts.map(([, content]) => gzipSync(content).length);
      const all = sizes.reduce((sum, size) => sum + size, 0);
      console.log(`JavaScript, gzipped: ${all} bytes in ${scripts.length} files`);
      expect(all).toBeLessThan(MOST_SCRIPT);
    });
  });

  describe('the server', () => {
    const get = (path: string, headers: Record<string, string> = {}) => fetch(server().url + path, { headers });

    test('lets the page do only what it needs', async () => {
      const response = await get('/explore');
      const policy = response.headers.get('content-security-policy') ?? '';
      for (const rule of [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "connect-src 'self'",
        "frame-ancestors 'none'",
      ]) {
        expect(policy.split('; ')).toContain(rule);
      }
      expect(policy).not.toContain('unsafe');
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      const html = await response.text();
      expect(html).not.toMatch(/ style=| on\w+=|<script>|<style>/);
    });

    test('keeps scripts and styles for ever, and asks after the page', async () => {
      const first = await get('/explore');
      const html = await first.text();
      const etag = first.headers.get('etag') ?? '';
      expect((await get('/explore', { 'if-none-match': etag })).status).toBe(304);
      expect((await get('/explore', { 'if-none-match': '"other"' })).status).toBe(200);
      const paths = [...html.matchAll(/"(\/explorer\/[^"]+)"/g)].map(([, path]) => path ?? '');
      expect(paths.length).toBeGreaterThanOrEqual(3);
      for (const path of paths) {
        const file = await get(path);
        expect([file.status, file.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
        expect(file.headers.get('content-encoding')).toMatch(/br|gzip/);
        expect((await get(path, { 'if-none-match': file.headers.get('etag') ?? '' })).status).toBe(304);
      }
    });

    test('knows no other names, and takes no other methods', async () => {
      for (const path of [
        '/explorer/',
        '/explorer/main.js',
        '/explorer/..%2f..%2fpackage.json',
        '/explorer/manifest.json',
      ]) {
        expect((await get(path)).status).toBe(404);
      }
      expect((await fetch(`${server().url}/explore`, { method: 'POST' })).status).toBe(405);
      const head = await fetch(`${server().url}/explore`, { method: 'HEAD' });
      expect([head.status, await head.text()]).toEqual([200, '']);
    });
  });

  test('2,000 nodes are drawn soon', async () => {
    await emptyDatabase(driver());
    await generate(driver(), { terms: 700, parts: 10 });
    const times = await timesOf('/explore?graph=2000', LARGE_PICTURE_MS);
    console.log(`first picture of 2,000 nodes: ${times.join(', ')} ms after navigation began`);
    expect(times.at(-1)).toBeLessThan(LARGE_PICTURE_MS * slowness());

    // And their lines can be read, however many there are.
    const on = await page('/explore?graph=2500');
    await drawn(on);
    const spot = await on.evaluate(() => {
      const at = new Map(glossograph.nodes().map(({ key: id }) => [id, glossograph.screenOf(id) ?? { x: 0, y: 0 }]));
      const middles = glossograph.edges().map(({ source, target }) => {
        const [a, b] = [at.get(source), at.get(target)];
        return { x: ((a?.x ?? 0) + (b?.x ?? 0)) / 2, y: ((a?.y ?? 0) + (b?.y ?? 0)) / 2 };
      });
      return middles.find(({ x, y }) => [...at.values()].every((node) => Math.hypot(node.x - x, node.y - y) > 16));
    });
    if (!spot) throw new Error('no line has its middle apart from nodes');
    await on.mouse.click(spot.x, spot.y);
    await soon(() => query(on).get('edge')).not.toBeNull();
  });
}
