/** What the script adds on real pages: cards with definitions, links to copy, suggestions. test/pages/script.test.ts has every way. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Site } from '../site.ts';

/** Registers the tests. */
export function testReading(site: Site, browser: () => Browser): void {
  const opened = async (path: string, options: BrowserContextOptions = {}): Promise<Page> => {
    const page = await (await browser().newContext({ viewport: { width: 1280, height: 800 }, ...options })).newPage();
    await page.goto(site.url() + path);
    return page;
  };
  const card = (page: Page) => page.locator('.definition-card');
  const keeper = (page: Page) => page.locator('.law a.term[href="/term/keeper"]').first();

  describe('the law in a browser', () => {
    test('a card with the definition opens on hover, on focus, and on a tap at 360 pixels', async () => {
      const page = await opened('/regulation/99-CFR-7.2');
      await keeper(page).hover();
      await card(page).waitFor();
      expect(await card(page).textContent()).toContain('Keeper');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Tab');
      await keeper(page).focus();
      await card(page).waitFor();
      await page.context().close();
      const touched = await opened('/regulation/99-CFR-7.2', {
        ...{ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } },
      });
      await keeper(touched).tap();
      await card(touched).waitFor();
      const box = await card(touched).boundingBox();
      expect(box && [box.x >= 0, box.x + box.width <= 360]).toEqual([true, true]);
      await touched.context().close();
    });

    test('the address with its day can be copied', async () => {
      const page = await opened('/regulation/99-CFR-7.2?asOf=2021-01-01', {
        permissions: ['clipboard-read', 'clipboard-write'],
      });
      await page.getByText('Cite as').click();
      await page.getByRole('button', { name: 'Copy: Link' }).click();
      await expect.poll(() => page.getByRole('status').textContent()).toBe('Copied');
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
        'https://terms.example/regulation/99-CFR-7.2?asOf=2021-01-01',
      );
      await page.context().close();
    });

    test('suggestions at 360 pixels stay inside the window', async () => {
      const page = await opened('/', { viewport: { width: 360, height: 740 } });
      await page.getByRole('combobox').fill('info');
      await page.getByRole('option').first().waitFor();
      const list = await page.getByRole('listbox').boundingBox();
      expect(list && [list.x >= 0, list.x + list.width <= 360]).toEqual([true, true]);
      await page.context().close();
    });
  });

  describe('a section of eighty paragraphs at 360 pixels', () => {
    test('is folded to a few windows, with contents that stay in sight and lead to a paragraph', async () => {
      const page = await opened('/regulation/97-CFR-4.2', { viewport: { width: 360, height: 740 } });
      const law = await page.locator('.law').boundingBox();
      expect(law?.height).toBeLessThan(2 * 740);
      const contents = page.getByRole('navigation', { name: /^Contents of/ });
      await page.mouse.wheel(0, 600);
      await expect.poll(async () => (await contents.boundingBox())?.y).toBe(0);
      expect((await contents.boundingBox())?.height).toBeLessThan(90);
      await contents.locator('summary').first().click();
      await contents.getByRole('link', { name: /^\(f\)/ }).click();
      const last = page.locator('.law').getByText('A keeper cleans the lamp.').and(page.locator(':visible')).first();
      await last.waitFor();
      expect(new URL(page.url()).hash).toBe('#p-f');
      await page.context().close();
    });
  });
}
