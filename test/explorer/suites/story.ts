/** The explorer tells a story: what it opens with, what it leaves out until asked, and where a tour leads. */
import { describe, expect, test } from 'vitest';
import type { Explored } from '../explored.ts';
import { AROUND, CENTRE, drawn, listed, nodeIds, OPENED, placeOf, query, settled, soon, view } from '../open-page.ts';

export function story({ page, fresh, forgive }: Explored): void {
  describe('the story', () => {
    test('opens with a few nodes around one question, and the tab says which', async () => {
      const on = await page();
      const ids = await nodeIds(on);
      expect(ids.length).toBeLessThanOrEqual(15);
      expect(ids[0]).toBe(OPENED);
      expect(await on.title()).toBe('Information blocking · Explore · Glossograph');
      await drawn(on);
      expect((await on.evaluate(() => glossograph.labels())).length).toBe(ids.length); // each can be read
      const joined = new Set(
        (await on.evaluate(() => glossograph.edges())).flatMap(({ source, target }) => [source, target]),
      );
      expect(ids.filter((id) => !joined.has(id))).toEqual([]);
      expect(await on.getByRole('link', { name: 'Glossograph' }).getAttribute('href')).toBe('/');
    });

    test('leaves mentions out until someone asks for them', async () => {
      const on = await page(`${AROUND}&limit=30`);
      const mentions = () => on.evaluate(() => glossograph.edges().filter(({ type }) => type === 'MENTIONS').length);
      expect(await mentions()).toBe(0);
      await on.getByRole('switch', { name: 'Show mentions' }).check();
      await soon(mentions).toBeGreaterThan(0);
      expect(query(on).get('with')).toBe('mentions');
      await on.goBack();
      await soon(mentions).toBe(0);
    });

    test('asks again when a kind is switched off: what stays keeps its place, and nothing is loose', async () => {
      const on = await page(AROUND);
      const places = () =>
        on.evaluate(() => Object.fromEntries(glossograph.nodes().map(({ key }) => [key, glossograph.position(key)])));
      const before = await places();
      await on.getByRole('checkbox', { name: /Standards/ }).uncheck();
      await soon(() => on.evaluate(() => glossograph.counts().STANDARD)).toBe(0);
      const after = await places();
      for (const id of Object.keys(after).filter((one) => one in before)) expect(after[id]).toEqual(before[id]);
      const ends = await on.evaluate(() => glossograph.edges().flatMap(({ source, target }) => [source, target]));
      expect(Object.keys(after).filter((id) => !ends.includes(id))).toEqual([]);
      await on.goBack();
      await soon(places).toEqual(before);
    });

    test('expands without moving what is there', async () => {
      const on = await page(`${AROUND}&limit=8`);
      const place = () => on.evaluate((id) => glossograph.position(id), CENTRE);
      const before = await place();
      const [, other = ''] = await nodeIds(on);
      await listed(on).press('ArrowDown');
      await listed(on).press('ArrowRight');
      await soon(() => query(on).getAll('open')).toEqual([other]);
      await settled(on);
      expect((await nodeIds(on)).length).toBeGreaterThan(8);
      expect(await place()).toEqual(before);
    });

    test('draws several relations between two nodes as one line, and the panel lists them', async () => {
      const on = await page();
      await drawn(on);
      const pair = await on.evaluate((center) => {
        const edges = glossograph.edges();
        const ends = ({ source, target }: { source: string; target: string }) => [source, target].sort().join(' ');
        const twice = edges.find(
          (one) => ends(one).includes(center) && edges.filter((other) => ends(other) === ends(one)).length > 1,
        );
        return twice ? { ...twice, count: edges.filter((other) => ends(other) === ends(twice)).length } : null;
      }, OPENED);
      if (!pair) throw new Error('the seed has a term with two relations to information blocking');
      const [a, b] = [await placeOf(on, pair.source), await placeOf(on, pair.target)];
      await on.mouse.click(a.x + (b.x - a.x) * 0.6, a.y + (b.y - a.y) * 0.6);
      await soon(() => query(on).get('edge')).not.toBeNull();
      const links = on.locator('#between a');
      await soon(() => links.count()).toBe(pair.count);
      await links.last().click();
      await soon(() => links.last().getAttribute('aria-current')).toBe('true');
    });

    test('a tour leads from address to address, and back', async () => {
      const on = await page();
      await on.locator('.tours a').first().click();
      const tour = on.getByRole('region', { name: 'Tour' });
      await soon(() => tour.textContent()).toContain('1 of 4');
      await tour.getByRole('link', { name: 'Next' }).click();
      await soon(() => query(on).get('tour')).toBe('exceptions.2');
      await settled(on);
      expect((await view(on)).base).toEqual({ kind: 'around', of: ['Regulation:45-CFR-171.103'] });
      await soon(() => on.title()).toMatch(/^§ 171\.103 .* · Explore · Glossograph$/);
      await tour.getByRole('link', { name: 'Previous' }).click();
      await soon(() => query(on).get('tour')).toBe('exceptions.1');
      await tour.getByRole('button', { name: 'Leave the tour' }).click();
      await soon(() => tour.isHidden()).toBe(true);
    });

    test('says in words that a picture takes too long, and offers a smaller one', async () => {
      const on = await page(`${AROUND}&limit=60`);
      await on.route('**/graphql', (route) =>
        route.fulfill({
          status: 200,
          json: { data: null, errors: [{ message: 'late', extensions: { code: 'TIMEOUT' } }] },
        }),
      );
      await on.locator('#choices summary').click();
      await on.getByLabel('Depth').selectOption('4');
      await soon(() => on.locator('#status').textContent()).toContain('took longer than the server allows');
      await on.unroute('**/graphql');
      await on.getByRole('button', { name: 'Fewer nodes' }).click();
      await settled(on);
      expect(await view(on)).toMatchObject({ depth: 1, limit: 15 });
      forgive();
    });

    test('the legend fits, and on a small screen it is in a sheet', async () => {
      const on = await page();
      const legend = await on
        .locator('.legend')
        .evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight);
      const side = await on.locator('.side').evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight);
      expect([legend, side]).toEqual([0, 0]);
      const small = await fresh('/explore', { viewport: { width: 360, height: 740 } });
      expect(await small.locator('.side').isVisible()).toBe(false);
      await small.getByRole('button', { name: 'Filters and list' }).click();
      expect(await small.locator('.side').isVisible()).toBe(true);
      await small.keyboard.press('Escape');
      expect(await small.locator('.side').isVisible()).toBe(false);
    });
  });
}
