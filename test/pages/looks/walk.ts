/** A walk over all pages of the site, each loaded twice: with JavaScript and without. */
import axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleOf, THOROUGH } from '../../setup/thorough.ts';
import { EDITIONS, EFFECTIVE } from '../harbors.ts';
import { PAGES, type Site } from '../site.ts';
import { focusesOf, headOf, layoutOf } from './seen.ts';

const [EARLY, LATE] = EDITIONS;
/** One of each make, beside those of `PAGES`. Each second one is in the sample. */
const MORE = [
  ...['/', '/terms', '/terms?letter=E', '/regulations', '/standards', '/rules', '/organizations', '/statutes'],
  ...['/vocabularies', '/search', '/search?q=information+blocking', '/search?q=qqzzxxvv'],
  ...['/changes', '/changes?within=45+CFR+Part+907&from=2025-01-01&to=2025-12-31', '/changes?within=nowhere'],
  ...['/adopted?on=2026-02-01', '/adopted?on=2026-06-01&for=kites'],
  ...[`/regulation/45-CFR-907.2?asOf=${LATE}&compare=${EARLY}`, `/regulation/45-CFR-907?asOf=${LATE}&compare=${EARLY}`],
  ...['/regulation/45-CFR-907', '/regulation/97-CFR-4.2', `/regulation/45-CFR-907.3?asOf=${EFFECTIVE}`],
  ...['/rule/90-FR-100', '/standard/guide/2.0', '/standard/guide/2.0/kite', '/standard/guide/2.0/kite.tail'],
  ...['/standard/guide/2.0?compare=guide/1.0', '/standard/guide/2.0/kite?compare=guide/1.0'],
];
/** Pages that are not about anything: they have no canonical address and are not shared. */
const ERRORS = ['/nowhere', '/term/interoperabilty', '/search?q=ehr&kinds=DRAGON'];

/** Registers the tests. */
export function testWalk(site: Site, browser: () => Browser): void {
  describe('every page of the site', () => {
    let scripted: BrowserContext;
    let plain: BrowserContext;
    beforeAll(async () => {
      const options = { viewport: { width: 1280, height: 800 }, extraHTTPHeaders: { accept: 'text/html' } };
      scripted = await browser().newContext(options);
      plain = await browser().newContext({ ...options, javaScriptEnabled: false });
    });
    afterAll(async () => {
      await scripted.close();
      await plain.close();
    });

    const all = [...PAGES, ...sampleOf(MORE, 2), ...ERRORS].map((path, i) => ({ path, i }));
    test.each(all)('$path', { timeout: 120_000 }, async ({ path, i }) => {
      const complaints: string[] = [];
      const isError = ERRORS.includes(path);
      const [withScript, without] = await Promise.all(
        [scripted, plain].map((context) => open(context, site.url(), path, complaints)),
      );
      if (!withScript || !without) throw new Error('no page');

      // Both themes share their markup and sizes, so a sample looks at each width in one theme, and axe at one theme of each page.
      const themes = { light: THOROUGH || i % 2 === 0, dark: THOROUGH || i % 2 === 1 };
      await look(without, 360, 'light');
      if (THOROUGH) await look(without, 360, 'dark');
      if (THOROUGH) await look(without, 1280, 'light');
      await look(without, 1920, 'dark');
      expect(await without.locator('button.copy:visible').count()).toBe(0);
      // Before `look` opens the folds. A browser on a busy machine paints a page before it has read its end, which moves the footer.
      expect(await withScript.evaluate(shiftOf)).toBeLessThan(0.01);
      await look(withScript, 1280, 'light');
      if (themes.light) expect(await graveIn(withScript)).toEqual([]);
      await withScript.keyboard.press('Tab'); // from here on, the focus is that of a keyboard
      expect(await withScript.evaluate(focusesOf)).toEqual([]);
      if (THOROUGH) await look(withScript, 1920, 'dark');
      await look(withScript, 360, 'dark');
      if (themes.dark) expect(await graveIn(withScript)).toEqual([]);

      const head = await withScript.evaluate(headOf);
      expect(head.title).toMatch(/^.{3,90}$/);
      expect(head.title).toContain('Glossograph');
      if (!isError && !/[?&](?:q|within|letter)=/.test(path)) {
        expect(head.description).toMatch(/\S{3,} \S+/);
        expect(head.canonical).toMatch(/^https:\/\/terms\.example\//);
        expect(head.og).toEqual({ title: head.bare, description: head.description, url: head.canonical });
      }
      await Promise.all([withScript.close(), without.close()]);
      expect(complaints).toEqual([]);
    });
  });
}

/** Opens a page and notes what the browser complains about. */
async function open(context: BrowserContext, base: string, path: string, complaints: string[]): Promise<Page> {
  const page = await context.newPage();
  page.on('console', (message) => {
    if (!/status of 40\d/.test(message.text())) complaints.push(message.text()); // of the page itself
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('dialog', (dialog) => complaints.push(`dialog: ${dialog.message()}`));
  page.on('requestfailed', (request) => complaints.push(`failed: ${request.url()}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(base) && !request.url().startsWith('data:')) complaints.push(request.url());
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (violation) => console.log(violation.violatedDirective));
  });
  await page.goto(base + path);
  return page;
}

/** Looks at a page in a width and a theme, with every fold open. */
async function look(page: Page, width: number, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  await page.emulateMedia({ colorScheme });
  const found = await page.evaluate(layoutOf);
  expect([width, colorScheme, found]).toEqual([
    width,
    colorScheme,
    {
      ...{ tooWide: 0, cut: [], unnamedRegions: [], sameIds: [], headings: 1, hasHighHeader: false },
      landmarks: ['HEADER', 'MAIN', 'FOOTER'],
    },
  ]);
}

/** What axe finds that is serious or worse. */
async function graveIn(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    () =>
      (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
        resultTypes: ['violations'],
      }) as Promise<axe.AxeResults>,
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' ')}`);
}

/** By how much the page moved while it loaded. */
const shiftOf = () =>
  new Promise<number>((done) => {
    let sum = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
    requestAnimationFrame(() => setTimeout(() => done(sum), 30));
  });
