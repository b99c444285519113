/** The site without JavaScript: paging, facets, folds, and forms are links, details, and GET forms. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Site } from '../site.ts';

/** Registers the tests. */
export function testWithout(site: Site, browser: () => Browser): void {
  describe('without JavaScript, at 360 pixels', () => {
    let context: BrowserContext;
    let page: Page;
    beforeAll(async () => {
      context = await browser().newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
      page = await context.newPage();
    });
    afterAll(() => context.close());
    const open = (path: string) => page.goto(site.url() + path);
    const at = () => page.url().slice(site.url().length);

    test('a search narrows by kind, and its options are a fold', async () => {
      await open('/');
      await page.getByRole('searchbox').fill('information');
      await page.keyboard.press('Enter');
      await page
        .getByRole('navigation', { name: 'Kinds of results' })
        .getByRole('link', { name: /^Provisions/ })
        .click();
      expect(at()).toBe('/search?q=information&kinds=REGULATION');
      const day = page.getByLabel('As of this date');
      expect(await day.isVisible()).toBe(false);
      await page.getByText('More options').click();
      expect(await day.isVisible()).toBe(true);
    });

    test('a day is chosen with a form, and its page says so', async () => {
      await open('/regulation/99-CFR-7.2');
      await page.getByLabel('Text as of').fill('2021-01-01');
      await page.getByRole('button', { name: 'Show' }).click();
      expect(at()).toBe('/regulation/99-CFR-7.2?asOf=2021-01-01');
      expect(await page.locator('main').textContent()).toContain('This is the text as of January 1, 2021');
    });

    test('changes, redlines, and adoptions are asked with forms', async () => {
      await open('/changes');
      await page.getByLabel('Part or section').fill('45 CFR Part 907');
      await page.getByLabel('From').fill('2025-01-01');
      await page.getByRole('button', { name: 'Show changes' }).click();
      await page
        .getByRole('link', { name: /The full text of § 907\.2/ })
        .or(page.getByText(/^Redline: 1 word/))
        .first()
        .click();
      expect(await page.locator('ins', { hasText: 'nylon' }).first().isVisible()).toBe(true);
      await open('/standards');
      await page.getByLabel('Date').fill('2026-02-01');
      await page.getByRole('button', { name: 'Show' }).click();
      expect(at()).toBe('/adopted?on=2026-02-01&for=');
      expect(await page.locator('main').textContent()).toContain('Kite Guide 1.0');
    });

    test('a long text unfolds, and so do the contents of its part', async () => {
      await open('/regulation/97-CFR-4.2');
      const lamp = page.locator('.law details').first();
      expect(await lamp.getByText('A keeper cleans the lamp.').first().isVisible()).toBe(false);
      await lamp.locator('summary').first().click();
      expect(await lamp.getByText('A keeper cleans the lamp.').first().isVisible()).toBe(true);
      const contents = page.getByRole('navigation', { name: /^Contents of/ });
      await contents.locator('summary').first().click();
      await contents.getByRole('link', { name: '§ 4.1 Scope' }).click();
      expect(at()).toBe('/regulation/97-CFR-4.1');
    });

    test('the skip link and the contents of a term lead into its text', async () => {
      await open('/term/information-blocking');
      await page.keyboard.press('Tab');
      expect(await page.locator('.skip').evaluate((one) => one === document.activeElement)).toBe(true);
      await page.keyboard.press('Enter');
      expect(at()).toBe('/term/information-blocking#main');
      await page.locator('nav.contents.above summary').click();
      await page.locator('nav.contents.above').getByRole('link', { name: 'Sources' }).click();
      expect(at()).toBe('/term/information-blocking#sources');
    });
  });
}
