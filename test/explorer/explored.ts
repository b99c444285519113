import { fileURLToPath } from 'node:url';
import type { Driver } from 'neo4j-driver';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { USUAL } from '../../src/explorer/browser/api/documents.ts';
import type { Listening } from '../../src/http/server.ts';
import { importEcfr } from '../../src/import/ecfr/import.ts';
import { writeImport } from '../../src/store/write.ts';
import { ask } from '../setup/ask.ts';
import { openBrowser } from '../setup/browser.ts';
import { seedRecords } from '../setup/seed.ts';
import { serveGraph } from '../setup/server.ts';
import { testGraph } from '../setup/test-graph.ts';
import { moveTo, type Opened, openPage } from './open-page.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const KITES = { file: at('../import/ecfr/golden/kites.ecfr.xml'), asOf: '2026-01-03' };

/** What a suite works with; functions give what is there inside hooks and tests only. */
export interface Explored {
  /**
   * Shows a path of the explorer in the page that tests share, as a visitor there comes to another address: nothing is loaded
   * again. After the test, the page may not have complained of anything.
   */
  page(path?: string): Promise<Page>;
  /** Opens a path of the server in a page of its own, which is closed after the test. */
  fresh(path?: string, options?: Parameters<typeof openPage>[2]): Promise<Page>;
  /** Takes back what the last page complained of, where the test made it. */
  forgive(): void;
  server(): Listening;
  browser(): Browser;
  driver(): Driver;
}

/** The seed and a part of made-up law, served to a real browser. Call it at the top of a test file. */
export function explored(): Explored {
  const { driver, graph, fill } = testGraph();
  let server: Listening | undefined;
  let browser: Browser | undefined;
  let shared: Opened | undefined;
  let open: Opened[] = [];
  const load = (path: string, options: Parameters<typeof openPage>[2] = {}) =>
    openPage(there(browser), there(server).url + path, options);
  const there = <T>(thing: T | undefined): T => {
    if (thing === undefined) throw new Error('it is there inside hooks and tests only');
    return thing;
  };

  fill(async () => {
    await writeImport(driver(), undefined, { origin: 'seed', records: await seedRecords() });
    await importEcfr(driver(), undefined, { files: [KITES.file], asOf: KITES.asOf, today: KITES.asOf });
  });
  beforeAll(async () => {
    // First plans take longer than a page may.
    for (const [document, variables] of USUAL) await ask(graph(), document, { ...variables });
    server = await serveGraph(graph());
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop(0);
  });
  afterEach(async () => {
    await shared?.page.unrouteAll();
    const faults = [...open, ...(shared ? [shared] : [])].flatMap((one) => one.faults.splice(0));
    await Promise.all(open.map(({ page }) => page.context().close()));
    open = [];
    expect(faults).toEqual([]);
  });

  return {
    page: async (path = '/explore') => {
      shared ??= await load(path);
      await moveTo(shared.page, path);
      return shared.page;
    },
    fresh: async (path = '/explore', options = {}) => {
      const opened = await load(path, options);
      open.push(opened);
      return opened.page;
    },
    forgive: () => {
      for (const { faults } of [...open, ...(shared ? [shared] : [])]) faults.splice(0);
    },
    server: () => there(server),
    browser: () => there(browser),
    driver,
  };
}
