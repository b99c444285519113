/** Without WebGL, without a script, without an answer. */
import { setMaxListeners } from 'node:events';
import { describe, expect, test } from 'vitest';
import { Graph } from '../../../src/graph/connect.ts';
import { layoutPool } from '../../../src/picture/layout-pool.ts';
import { type Pair, sketch } from '../../picture/layout-input.ts';
import { random } from '../../plan/random.ts';
import { serveGraph } from '../../setup/server.ts';
import type { Explored } from '../explored.ts';
import { AROUND, drawn, listed, nodeIds, openPage, settled, soon, title, view } from '../open-page.ts';

export function without({ page, fresh, browser, server, driver, forgive }: Explored): void {
  describe('without', () => {
    test('WebGL the list and the panel are the page', async () => {
      const script = `const real = HTMLCanvasElement.prototype.getContext;
        HTMLCanvasElement.prototype.getContext = function (kind, ...more) { return /webgl/.test(kind) ? null : real.call(this, kind, ...more); };`;
      const on = await fresh(AROUND, { script });
      expect(await on.locator('#stage').textContent()).toContain('does not support WebGL');
      await listed(on).focus();
      await listed(on).press('Enter');
      await soon(() => title(on).textContent()).toContain('EMR vs EHR');
      expect(await on.evaluate(() => glossograph.drawn())).toBe(false);
    });

    test('JavaScript it says so, and links to a page that needs none', async () => {
      const context = await browser().newContext({ javaScriptEnabled: false });
      const on = await context.newPage();
      await on.goto(`${server().url}/explore`);
      expect(await on.getByRole('link', { name: 'EMR vs EHR', exact: true }).getAttribute('href')).toBe(
        '/term/emr-vs-ehr',
      );
      await context.close();
    });

    test('a layout in time it arranges what it shows itself', async () => {
      const impatient = await serveGraph(new Graph(driver()), { REQUEST_TIMEOUT_MS: '2000' });
      const busy = new AbortController();
      setMaxListeners(0, busy.signal); // one for each drawing
      const others = keepDrawing(busy.signal); // the server is in this process: the picture waits for its turn behind them
      const { page: on, faults } = await openPage(browser(), `${impatient.url}${AROUND}&depth=2&limit=60&layout=force`);
      await drawn(on);
      busy.abort();
      const nodes = await on.evaluate(() =>
        glossograph.nodes().map(({ key: id, x, y }) => ({ given: [x, y], place: glossograph.position(id) })),
      );
      expect(nodes).toHaveLength(60);
      expect(nodes.filter(({ given }) => given.some((one) => one !== null))).toEqual([]);
      expect(new Set(nodes.map(({ place }) => JSON.stringify(place))).size).toBe(60);
      expect(faults).toEqual([]);
      await on.context().close();
      await others;
      await impatient.stop(0);
    });

    test('an answer it says what is wrong, and tries again', async () => {
      const on = await page(AROUND);
      await on.locator('#choices summary').click();
      const before = await nodeIds(on);
      await on.route('**/graphql', (route) => route.abort());
      await on.getByLabel('Depth').selectOption('3');
      await soon(() => on.locator('#status').textContent()).toContain('cannot be reached');
      expect(await nodeIds(on)).toEqual(before); // what was there stays
      await on.unroute('**/graphql');
      await on.getByRole('button', { name: 'Try again' }).click();
      await settled(on);
      expect((await view(on)).depth).toBe(3);
      forgive(); // the browser tells of the request that was cut
    });
  });
}

/** Some ten seconds of drawings in the lane of small pictures, until somebody says stop. */
function keepDrawing(signal: AbortSignal): Promise<unknown> {
  const { int } = random(1);
  const drawings = Array.from({ length: 30 }, () => {
    const pairs = Array.from({ length: 8_000 }, (): Pair => [int(2_500), int(2_500)]);
    return layoutPool.compute(sketch(2_500, pairs, { layout: 'FORCE' }), { signal });
  });
  return Promise.allSettled(drawings);
}
