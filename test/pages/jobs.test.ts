/** Five jobs of a reader, in a real browser, with their steps counted. A step opens a page or a card, or sends a form. */

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Listening } from '../../src/http/server.ts';
import { importEcfr } from '../../src/import/ecfr/import.ts';
import { importFhir } from '../../src/import/fhir/import.ts';
import { importUscdi } from '../../src/import/uscdi/import.ts';
import { writeImport } from '../../src/store/write.ts';
import { besidePath, besideProject } from '../setup/beside.ts';
import { openBrowser } from '../setup/browser.ts';
import { REAL, realFile } from '../setup/real-data.ts';
import { seedRecords } from '../setup/seed.ts';
import { serveGraph } from '../setup/server.ts';
import { testGraph } from '../setup/test-graph.ts';

const US_CORE = 'us-core/hl7.fhir.us.core-610.tgz';
const USCDI = 'uscdi/uscdi-table.us-core-6.1.0.csv';
const hasData = besideProject('the five jobs of a reader', 'ecfr', US_CORE, USCDI);

describe.skipIf(!hasData)('with the law, US Core, and USCDI', () => {
  const { graph, driver, fill } = testGraph();
  let server: Listening;
  let browser: Browser;
  fill(async () => {
    await writeImport(driver(), undefined, { origin: 'seed', records: await seedRecords() });
    const { file, asOf } = REAL.bulk;
    await importEcfr(driver(), undefined, { files: [realFile(file)], asOf, today: asOf });
    await importFhir(driver(), undefined, { files: [besidePath(US_CORE)] });
    await importUscdi(driver(), undefined, { file: besidePath(USCDI), version: 'v3', guide: 'us-core/6.1.0' });
  });
  beforeAll(async () => {
    server = await serveGraph(graph(), { REQUEST_TIMEOUT_MS: '60000' });
    browser = await openBrowser();
    // Neo4j plans each question once, and that can take longer than a browser waits.
    const pages = ['/', '/changes?within=45+CFR+Part+171', '/standards', '/adopted?for=ehi', '/adopted?for=us-core'];
    for (const path of [...pages, '/term/emr-vs-ehr', '/regulation/45-CFR-171.301(b)']) await fetch(server.url + path);
  }, 300_000);
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  /** Opens a page; the steps that follow from there are counted. */
  async function start(
    path: string,
  ): Promise<{ page: Page; step(act: () => Promise<unknown>): Promise<void>; steps(): number }> {
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
    await page.goto(server.url + path);
    let count = 0;
    return {
      page,
      async step(act) {
        count += 1;
        await act();
        await page.waitForLoadState();
      },
      steps: () => count,
    };
  }

  test('finds EMR vs EHR from the front door in two steps', async () => {
    const { page, step, steps } = await start('/');
    await step(() => page.getByRole('combobox').pressSequentially('emr vs', { delay: 20 }));
    await step(() => page.getByRole('option', { name: /EMR vs EHR/ }).click());
    await page.waitForURL('**/term/emr-vs-ehr');
    expect(await page.locator('h1').textContent()).toBe('EMR vs EHR');
    expect(steps()).toBe(2);
  });

  test('gets from § 171.301(b) to the definition of EHI in force there in one step', async () => {
    const { page, step, steps } = await start('/regulation/45-CFR-171.301(b)');
    await step(() => page.locator('.law a.term', { hasText: 'electronic health information' }).first().hover());
    const card = page.locator('.definition-card');
    await card.waitFor();
    expect(await card.textContent()).toMatch(/Electronic health information.*means.*171\.102/s);
    expect(steps()).toBe(1);
  });

  test('sees what changed in Part 171 since 2024 in two steps', async () => {
    const { page, step, steps } = await start('/');
    await step(() =>
      page.getByRole('navigation', { name: 'Glossograph' }).getByRole('link', { name: 'Changes' }).click(),
    );
    await page.getByLabel('Part or section').fill('45 CFR Part 171');
    await page.getByLabel('From').fill('2024-01-01');
    await step(() => page.getByRole('button', { name: 'Show changes' }).click());
    await page.waitForURL('**/changes?**');
    const words = await page.locator('main').textContent();
    expect(words).toMatch(/§ 171\.206/);
    expect(words).toMatch(/HTI-3 Final Rule/);
    expect(steps()).toBe(2);
  });

  test('sees which US Core is adopted on June 1, 2026, in two steps', async () => {
    const { page, step, steps } = await start('/');
    await step(() =>
      page.getByRole('navigation', { name: 'Glossograph' }).getByRole('link', { name: 'Standards' }).click(),
    );
    await page.getByLabel('Date').fill('2026-06-01');
    await page.getByLabel('Term, standard, or data class').fill('US Core');
    await step(() => page.getByRole('button', { name: 'Show' }).click());
    await page.waitForURL('**/adopted?**');
    expect(await page.locator('main').textContent()).toMatch(/170\.215\(b\)\(1\)\(ii\).*US Core.*6\.1\.0/s);
    expect(steps()).toBe(2);
  });

  test('sees how EHI reaches Patient.name in two steps', async () => {
    const { page, step, steps } = await start('/');
    await step(() => page.getByRole('link', { name: /what that means for EHI/ }).click());
    await page.waitForURL('**/adopted?for=ehi');
    const row = page.getByRole('row', { name: /Patient\.name/ }).first();
    expect(await row.textContent()).toMatch(/Name/);
    await step(() =>
      row
        .getByRole('link', { name: /Patient\.name/ })
        .first()
        .click(),
    );
    expect(await page.locator('main').textContent()).toMatch(/USCDI v3/);
    expect(steps()).toBe(2);
  });
});
