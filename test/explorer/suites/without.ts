/** Without WebGL, without a script, without an answer. */
import { describe, expect, test } from 'vitest';
import type { Explored } from '../explored.ts';
import { listed, nodeIds, settled, soon, title, view } from '../open-page.ts';

export function without({ page, browser, server, forgive }: Explored): void {
  describe('without', () => {
    test('WebGL the list and the panel are the page', async () => {
      const script = `const real = HTMLCanvasElement.prototype.getContext;
        HTMLCanvasElement.prototype.getContext = function (kind, ...more) { return /webgl/.test(kind) ? null : real.call(this, kind, ...more); };`;
      const on = await page('/', { script });
      expect(await on.locator('#stage').textContent()).toContain('draws no WebGL');
      await listed(on).focus();
      await listed(on).press('Enter');
      await soon(() => title(on).textContent()).toContain('EMR vs EHR');
      expect(await on.evaluate(() => glossograph.drawn())).toBe(false);
    });

    test('JavaScript it says so, and links to a page that needs none', async () => {
      const context = await browser().newContext({ javaScriptEnabled: false });
      const on = await context.newPage();
      await on.goto(server().url);
      expect(await on.getByRole('link', { name: 'EMR vs EHR', exact: true }).getAttribute('href')).toBe(
        '/term/emr-vs-ehr',
      );
      await context.close();
    });

    test('an answer it says what is wrong, and tries again', async () => {
      const on = await page();
      await on.route('**/graphql', (route) => route.abort());
      await on.getByLabel('Depth').selectOption('3');
      await soon(() => on.locator('#status').textContent()).toContain('cannot be reached');
      expect((await nodeIds(on)).length).toBe(60); // what was there stays
      await on.unroute('**/graphql');
      await on.getByRole('button', { name: 'Try again' }).click();
      await settled(on);
      expect((await view(on)).depth).toBe(3);
      forgive(); // the browser tells of the request that was cut
    });
  });
}
