/** What is done to the picture, by mouse and by keys. */
import { describe, expect, test } from 'vitest';
import type { Explored } from '../explored.ts';
import {
  AROUND,
  CENTRE,
  drawn,
  listed,
  nodeIds,
  placeOf,
  press,
  query,
  settled,
  soon,
  title,
  view,
} from '../open-page.ts';

export function picture({ page, fresh, driver }: Explored): void {
  describe('the picture', () => {
    test('is read by a click, expanded by a double click, and each step is one of the history', async () => {
      const on = await fresh(`${AROUND}&limit=20`, { reducedMotion: 'no-preference' });
      await drawn(on);
      const spot = await placeOf(on, 'Term:fhir');
      await on.mouse.click(spot.x, spot.y);
      await soon(() => query(on).get('see')).toBe('Term:fhir');
      await soon(() => title(on).textContent()).toContain('FHIR');
      const before = await nodeIds(on);
      await on.mouse.dblclick(spot.x, spot.y);
      await soon(() => query(on).getAll('open')).toEqual(['Term:fhir']);
      await settled(on);
      const after = await nodeIds(on);
      expect(after.length).toBeGreaterThan(before.length);
      expect(after.length).toBeLessThanOrEqual(before.length + 25);
      expect(await on.locator('#announcements').textContent()).toMatch(/nodes? added|Reading/);
      await on.goBack();
      await soon(() => nodeIds(on)).toEqual(before);
      await on.goForward();
      await soon(() => nodeIds(on)).toEqual(after);
      await press(on, 'Collapse');
      await soon(() => nodeIds(on)).toEqual(before);
    });

    test('knows the relations between what was expanded apart', async () => {
      const on = await page('/explore?of=Term%3Aemr-vs-ehr&depth=1&limit=10&cap=10&open=Term%3Afhir&open=Term%3Aehi');
      const ids = await nodeIds(on);
      const { records } = await driver().executeQuery(
        `MATCH (a:Entity)-[r]->(b:Entity) WHERE a.id IN $ids AND b.id IN $ids AND NOT type(r) IN ['MENTIONS', 'ALIAS_OF']
         RETURN count(r) AS count`,
        { ids },
      );
      expect(await on.evaluate(() => glossograph.edges().length)).toBe(Number(records[0]?.get('count')));
      expect(await on.locator('#status').textContent()).toContain('omitted around');
    });

    test('lets a node be dragged, which pins it, and Back lets go of it', async () => {
      const on = await page(`${AROUND}&limit=20`);
      await drawn(on);
      const spot = await placeOf(on, 'Term:fhir');
      const free = await on.evaluate(() => glossograph.position('Term:fhir'));
      await on.mouse.move(spot.x, spot.y);
      await on.mouse.down();
      await on.mouse.move(spot.x - 60, spot.y - 40, { steps: 5 });
      await on.mouse.up();
      await soon(() => query(on).get('pin')).toMatch(/,Term:fhir$/);
      const moved = await placeOf(on, 'Term:fhir');
      expect(Math.hypot(moved.x - spot.x + 60, moved.y - spot.y + 40)).toBeLessThan(3);
      await on.reload();
      await settled(on);
      expect((await view(on)).pins.map(({ id }) => id)).toEqual(['Term:fhir']);
      await on.goBack();
      await soon(() => on.evaluate(() => glossograph.position('Term:fhir'))).toEqual(free);
    });

    test('highlights neighbors of what is pointed at, by mouse and in the list', async () => {
      const on = await page(`${AROUND}&limit=20`);
      await drawn(on);
      const spot = await placeOf(on, 'Term:fhir');
      await on.mouse.move(spot.x, spot.y);
      await soon(() => on.evaluate(() => glossograph.highlighted()[0])).toBe('Term:fhir');
      await on.mouse.move(spot.x, 5);
      await soon(() => on.evaluate(() => glossograph.highlighted().length)).toBe(0);
      await listed(on).press('Home');
      const neighbors = await on.evaluate(() => {
        const [first] = glossograph.highlighted();
        const ends = glossograph.edges().filter(({ source, target }) => source === first || target === first);
        return [new Set(ends.flatMap(({ source, target }) => [source, target])).size, glossograph.highlighted().length];
      });
      expect(neighbors[0]).toBe(neighbors[1]);
    });

    test('tells why a line is there, by a click on it', async () => {
      const on = await page('/explore?of=Statute%3Ahitech-act&depth=1&limit=2');
      await drawn(on);
      const [edge] = await on.evaluate(() => glossograph.edges());
      if (!edge) throw new Error('the seed has a term about the HITECH Act');
      const [a, b] = [await placeOf(on, edge.source), await placeOf(on, edge.target)];
      // Three pixels beside it: nobody hits a line that is one wide.
      const [length, middle] = [Math.hypot(b.x - a.x, b.y - a.y), { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }];
      const beside = { x: middle.x - ((b.y - a.y) / length) * 3, y: middle.y + ((b.x - a.x) / length) * 3 };
      await on.mouse.move(beside.x, beside.y);
      await soon(() => on.evaluate(() => glossograph.pointed())).toEqual({ kind: 'edge', id: edge.key });
      expect((await on.evaluate(() => glossograph.highlighted())).sort()).toEqual([edge.source, edge.target].sort());
      await on.mouse.move(a.x, 2); // the toolbar, no longer the stage
      await soon(() => on.evaluate(() => glossograph.pointed())).toBeNull();
      await on.mouse.click(beside.x, beside.y);
      await soon(() => query(on).get('edge')).toBe(edge.key);
      await on.locator('.evidence').waitFor();
      expect(await on.locator('.evidence').textContent()).toContain('Entered by an author');
      await on.keyboard.press('Escape');
      await soon(() => query(on).get('edge')).toBeNull();
    });

    test('zooms, fits, fills the screen, and is moved by keys', async () => {
      const on = await page(`${AROUND}&limit=20`);
      await drawn(on);
      const nearness = () => on.evaluate(() => glossograph.nearness());
      await on.getByRole('button', { name: 'Zoom in' }).click();
      expect(await nearness()).toBeCloseTo(1.5);
      const before = await placeOf(on, CENTRE);
      await on.locator('#stage').press('ArrowRight');
      expect((await placeOf(on, CENTRE)).x).toBeLessThan(before.x - 20);
      await on.locator('#stage').press('0');
      expect(await nearness()).toBeCloseTo(1);
      await on.locator('#stage').press('-');
      expect(await nearness()).toBeLessThan(1);
      await on.getByRole('button', { name: 'Fit picture to screen' }).click();
      expect(await nearness()).toBeCloseTo(1);
      await on.getByRole('button', { name: 'Full screen' }).click();
      await soon(() => on.locator('.picture').evaluate((element) => element.matches(':fullscreen'))).toBe(true);
      await on.getByRole('button', { name: 'Full screen' }).click();
      await soon(() => on.locator('.picture').evaluate((element) => element.matches(':fullscreen'))).toBe(false);
    });

    test('is arranged in a worker; what is pinned stays', async () => {
      const on = await page(`${AROUND}&limit=20&pin=3,4,Term:fhir`);
      const place = (id: string) => on.evaluate((node) => glossograph.position(node), id);
      const before = await place('Term:ehr');
      await on.getByRole('button', { name: 'Arrange the visible nodes' }).click();
      await soon(() => place('Term:ehr')).not.toEqual(before);
      expect(await place('Term:fhir')).toEqual({ x: 3, y: 4 });
    });
  });
}
