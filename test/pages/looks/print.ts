/** What a printed page has: its address, day, and edition first, all of its text, and no way around. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Site } from '../site.ts';

/** The width of the text on a sheet of paper, in CSS pixels: 8.5 inches without the margins. */
const PAPER = 720;
/** Things to click or to write into. */
const CONTROLS = 'nav, form, button, input, .masthead, .skip, .colophon';
const PRINTED = [
  ...['/regulation/99-CFR-7', '/regulation/99-CFR-7.1', '/regulation/99-CFR-7.2?asOf=2021-01-01'],
  ...['/term/information-blocking', '/adopted?on=2026-02-01', '/adopted?on=2026-06-01&for=kites'],
  ...['/standard/guide/2.0/kite', '/changes?within=45+CFR+Part+907&from=2025-01-01&to=2025-12-31'],
];

/** Registers the tests. */
export function testPrint(site: Site, browser: () => Browser): void {
  describe('in print', () => {
    let context: BrowserContext;
    let page: Page;
    beforeAll(async () => {
      context = await browser().newContext({ viewport: { width: PAPER, height: 960 }, colorScheme: 'dark' });
      page = await context.newPage();
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    });
    afterAll(() => context.close());
    const lines = async (path: string): Promise<string[]> => {
      await page.goto(site.url() + path);
      // biome-ignore lint/performance/useDomNodeTextContent: only what is printed counts
      return (await page.evaluate(() => document.body.innerText)).split('\n').filter((line) => line.trim() !== '');
    };

    test.each(PRINTED)('%s: begins with its address, has no controls, and loses nothing', async (path) => {
      const [first] = await lines(path);
      expect(first).toBe(`https://terms.example${path}`);
      const seen = await page.evaluate((controls) => {
        const isShown = (one: Element) => one.getClientRects().length > 0;
        return {
          controls: [...document.querySelectorAll(controls)].filter(isShown).map(({ className }) => className),
          folded: [...document.querySelectorAll('details')]
            .filter((one) => isShown(one))
            .filter((one) => [...one.children].slice(1).every((inner) => inner.getBoundingClientRect().height === 0))
            .map(({ className }) => className),
          cutNumbers: [...document.querySelectorAll('ol.sources')].filter(
            (list) =>
              Number.parseFloat(getComputedStyle(list).paddingLeft) <
              2 * Number.parseFloat(getComputedStyle(list).fontSize),
          ).length,
          tooWide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
          paper: getComputedStyle(document.body).backgroundColor,
        };
      }, CONTROLS);
      expect(seen).toEqual({ controls: [], folded: [], cutNumbers: 0, tooWide: 0, paper: 'rgb(255, 255, 255)' });
    });

    test('the law has its day and edition before its text', async () => {
      const [, second] = await lines('/regulation/99-CFR-7.2?asOf=2021-01-01');
      expect(second).toMatch(
        /^Text as of January 1, 2021\. Not an official edition\. Text from the eCFR of May 1, 2020/,
      );
      const [, today] = await lines('/regulation/99-CFR-7.1');
      expect(today).toMatch(
        /^Text as known on \w+ \d+, \d{4}\. Not an official edition\. Text from the eCFR of January 3, 2026/,
      );
    });

    test('addresses of other sites are printed after their links', async () => {
      const words = (await lines('/term/information-blocking')).join('\n');
      const shown = await page.evaluate(() => {
        const link = document.querySelector('.sources a[href^="http"]');
        return link && [link.getAttribute('href'), getComputedStyle(link, '::after').content];
      });
      expect(words).toContain('Sources');
      expect(shown?.[1]).toContain(shown?.[0] ?? '?');
    });
  });
}
