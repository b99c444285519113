/** What the page begins with, and what is searched. */
import { describe, expect, test } from 'vitest';
import type { Explored } from '../explored.ts';
import { drawn, listed, nodeIds, OPENED, query, settled, soon, suggestions, title, view } from '../open-page.ts';

export function finding({ page, fresh, driver }: Explored): void {
  describe('the opening view', () => {
    test('is the seed’s neighborhood, with the search box ready, questions to begin with and what was left out', async () => {
      const on = await fresh();
      expect((await nodeIds(on)).length).toBe(15);
      expect(new URL(on.url()).search).toBe('');
      await soon(() => on.evaluate(() => glossograph.drawn())).toBe(true);
      expect(await on.locator('#search').evaluate((box) => box.matches(':focus'))).toBe(true);
      expect(await on.locator('.begin a').count()).toBe(6);
      const notice = await on.evaluate(() => glossograph.notice());
      expect(notice).toMatch(/^Incomplete: at least \d+ nodes omitted, because the limit was reached\.$/);
      expect(await on.locator('#status').textContent()).toContain(notice);
      await on.locator('.begin a').last().click();
      await soon(() => on.evaluate(() => glossograph.paths().length)).toBeGreaterThan(0);
    });

    test('every node is in the list, and every link of an example leads to something', async () => {
      const on = await page('/explore?of=Regulation%3A45-CFR-171.103&depth=2');
      const options = listed(on).getByRole('option');
      expect(await options.first().getAttribute('aria-setsize')).toBe(String((await nodeIds(on)).length));
      expect(await on.evaluate(() => glossograph.notice())).not.toBe('');
    });
  });

  test('a name with a right-to-left override reads as it is: in the list, the panel, the picture and the search box', async () => {
    const id = 'Term:turned';
    const [name, shown] = ['EMR\u202efdp', 'EMR⟨U+202E⟩fdp'];
    await driver().executeQuery(
      'CREATE (:Entity:Term {id: $id, slug: "turned", name: $name, label: $name, nameKey: $name, vocabulary: "glossograph", keyTakeaways: [], sectionHeadings: [], sectionBodies: []})',
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
      const on = await fresh(`/explore?of=${id}&read=${id}`, { script });
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
      const box = on.getByRole('combobox', { name: 'Search', exact: true });
      await box.pressSequentially('uscd');
      const options = suggestions(on, '#search').getByRole('option');
      await options.first().waitFor();
      expect(await box.getAttribute('aria-expanded')).toBe('true');
      await box.press('ArrowDown');
      expect(await box.getAttribute('aria-activedescendant')).toBe(await options.first().getAttribute('id'));
      await box.press('Enter');
      await on.waitForURL(/of=Term%3Auscdi/);
      await settled(on);
      expect((await view(on)).base).toEqual({ kind: 'around', of: ['Term:uscdi'] });
      await soon(() => title(on).textContent()).toContain('USCDI');
      expect(await box.inputValue()).toBe('USCDI');
      await on.goBack();
      await settled(on);
      expect((await view(on)).base).toEqual({ kind: 'around', of: [OPENED] });
      await on.goForward();
      await settled(on);
      expect((await view(on)).base).toEqual({ kind: 'around', of: ['Term:uscdi'] });
    });

    test('searches by Enter, and asks what was meant', async () => {
      const on = await page();
      const box = on.locator('#search');
      await box.fill('interoperabilty zzz');
      await box.press('Enter');
      const list = suggestions(on, '#search');
      await list.getByText('Did you mean').first().waitFor();
      expect(await on.locator('#announcements').textContent()).toContain('Did you mean');
      await box.fill('information blocking');
      await box.press('Enter');
      await soon(() => list.getByText('Did you mean').count()).toBe(0); // the results of this search are there
      await list
        .getByRole('option')
        .filter({ hasText: /^Information blockingTerm/ })
        .first()
        .click();
      await settled(on);
      expect(query(on).get('see')).toMatch(/information-blocking/); // the picture is the one that the page opens with
      await on.locator('#stage').press('/');
      expect(await box.evaluate((element) => element.matches(':focus'))).toBe(true);
      await box.fill('epic');
      await list.getByRole('option').first().waitFor();
      await box.press('Escape');
      expect(await list.isHidden()).toBe(true);
    });

    test('suggests beside the picture, and a press on the picture closes the list', async () => {
      const on = await page();
      const list = suggestions(on, '#search');
      for (const width of [1280, 1920]) {
        await on.setViewportSize({ width, height: 800 });
        await on.locator('#search').fill(`uscdi${width === 1280 ? '' : ' '}`);
        await list.getByRole('option').first().waitFor();
        const [listBox, stage] = [await list.boundingBox(), await on.locator('#stage').boundingBox()];
        expect((listBox?.x ?? 0) + (listBox?.width ?? 0)).toBeLessThanOrEqual(stage?.x ?? 0);
        await on.mouse.click((stage?.x ?? 0) + 5, (stage?.y ?? 0) + 5);
        expect(await list.isHidden()).toBe(true);
      }
      await on.setViewportSize({ width: 1280, height: 800 });
    });
  });
}
