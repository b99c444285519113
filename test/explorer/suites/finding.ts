/** What the page begins with, and what is searched. */
import { describe, expect, test } from 'vitest';
import type { Explored } from '../explored.ts';
import { CENTRE, drawn, listed, nodeIds, query, settled, soon, title, view } from '../open-page.ts';

export function finding({ page, driver }: Explored): void {
  describe('the opening view', () => {
    test('is the seed’s neighborhood, with the search box ready, questions to begin with and what was left out', async () => {
      const on = await page();
      expect((await nodeIds(on)).length).toBe(60);
      expect(new URL(on.url()).search).toBe('');
      await soon(() => on.evaluate(() => glossograph.drawn())).toBe(true);
      expect(await on.locator('#search').evaluate((box) => box.matches(':focus'))).toBe(true);
      expect(await on.locator('.begin a').count()).toBe(3);
      const notice = await on.evaluate(() => glossograph.notice());
      expect(notice).toMatch(/^Not everything: at least \d+ nodes left out, because the limit was reached\.$/);
      expect(await on.locator('#status').textContent()).toContain(notice);
      await on.locator('.begin a').nth(2).click();
      await settled(on);
      expect(await on.evaluate(() => glossograph.paths().length)).toBeGreaterThan(0);
    });

    test('every node is in the list, and every link of an example leads to something', async () => {
      const on = await page('/?of=Regulation%3A45-CFR-171.103');
      const options = listed(on).getByRole('option');
      expect(await options.first().getAttribute('aria-setsize')).toBe(String((await nodeIds(on)).length));
      expect(await on.evaluate(() => glossograph.notice())).not.toBe('');
    });
  });

  test('a name with a right-to-left override reads as it is: in the list, the panel, the picture and the search box', async () => {
    const id = 'Term:turned';
    const [name, shown] = ['EMR\u202efdp', 'EMR⟨U+202E⟩fdp'];
    await driver().executeQuery(
      'CREATE (:Entity:Term {id: $id, slug: "turned", name: $name, label: $name, keyTakeaways: [], sectionHeadings: [], sectionBodies: []})',
      {
        id,
        name,
      },
    );
    try {
      // What is drawn is in no element: keep the words of the canvas.
      const script = `globalThis.drawnWords = new Set();
        const real = CanvasRenderingContext2D.prototype.fillText;
        CanvasRenderingContext2D.prototype.fillText = function (text, ...more) { drawnWords.add(text); return real.call(this, text, ...more); };`;
      const on = await page(`/?of=${id}&read=${id}`, { script });
      await soon(() => listed(on).locator('.name').allTextContents()).toEqual([shown]);
      expect(await on.locator('.hidden-sign').first().getAttribute('title')).toBe('Right-to-left override');
      await drawn(on);
      expect(await on.evaluate('[...drawnWords]')).toEqual([shown]);
      await listed(on).focus();
      await listed(on).press('Enter');
      await soon(() => title(on).textContent()).toContain(shown);
      expect(await on.evaluate(() => glossograph.nodes().map(({ label }) => label))).toEqual([name]);
      expect(await on.locator('body').textContent()).not.toContain('\u202e');
    } finally {
      await driver().executeQuery('MATCH (n:Entity {id: $id}) DETACH DELETE n', { id });
    }
  });

  describe('searching', () => {
    test('suggests as one types, by keys; what is chosen becomes the picture', async () => {
      const on = await page();
      const box = on.getByRole('combobox', { name: 'Search terms, provisions, standards' });
      await box.pressSequentially('uscd', { delay: 20 });
      const options = on.locator('#search-list').getByRole('option');
      await options.first().waitFor();
      expect(await box.getAttribute('aria-expanded')).toBe('true');
      await box.press('ArrowDown');
      expect(await box.getAttribute('aria-activedescendant')).toBe(await options.first().getAttribute('id'));
      await box.press('Enter');
      await on.waitForURL(/of=Term%3Auscdi/);
      await settled(on);
      expect((await view(on)).base).toEqual({ kind: 'around', of: ['Term:uscdi'] });
      await soon(() => title(on).textContent()).toContain('USCDI');
      await on.goBack();
      await settled(on);
      expect((await view(on)).base).toEqual({ kind: 'around', of: [CENTRE] });
      await on.goForward();
      await settled(on);
      expect((await view(on)).base).toEqual({ kind: 'around', of: ['Term:uscdi'] });
    });

    test('searches by Enter, and asks what was meant', async () => {
      const on = await page();
      const box = on.locator('#search');
      await box.fill('interoperabilty zzz');
      await box.press('Enter');
      const list = on.locator('#search-list');
      await list.getByText('Did you mean').first().waitFor();
      expect(await on.locator('#announcements').textContent()).toContain('Did you mean');
      await box.fill('information blocking');
      await box.press('Enter');
      await list.getByRole('option').filter({ hasText: 'Information blocking' }).first().click();
      await settled(on);
      expect(query(on).get('of')).toMatch(/information-blocking/);
      await on.locator('#stage').press('/');
      expect(await box.evaluate((element) => element.matches(':focus'))).toBe(true);
      await box.fill('epic');
      await list.getByRole('option').first().waitFor();
      await box.press('Escape');
      expect(await list.isHidden()).toBe(true);
    });
  });
}
