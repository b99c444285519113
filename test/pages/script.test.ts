/** What the script adds to reading pages, in a real browser. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Listening } from '../../src/http/server.ts';
import type { ImportRecords } from '../../src/model/records.ts';
import { GLOSSOGRAPH } from '../../src/model/vocabulary.ts';
import { writeImport } from '../../src/store/write.ts';
import { openBrowser } from '../setup/browser.ts';
import { serveGraph } from '../setup/server.ts';
import { testGraph } from '../setup/test-graph.ts';

const { graph, driver, fill } = testGraph();
const term = (slug: string, name: string) => ({
  ...{ kind: 'TERM' as const, id: `Term:${slug}`, slug, label: name, name, vocabulary: GLOSSOGRAPH.key },
  ...{ summary: `What ${name} is.`, keyTakeaways: [], sectionHeadings: [], sectionBodies: [] },
});
const RECORDS: ImportRecords = {
  entities: [
    { kind: 'ORGANIZATION', id: 'Organization:onc', label: 'ONC', name: 'ONC', role: 'A regulator.' },
    term('ehi', 'EHI'),
    term('ehi-export', 'EHI export'),
  ],
  relations: [],
  sources: [{ id: 'Source:test', name: 'Test' }],
  vocabularies: [GLOSSOGRAPH],
};
fill(() => writeImport(driver(), undefined, { origin: 'test', records: RECORDS }));

let server: Listening;
let browser: Browser;
beforeAll(async () => {
  server = await serveGraph(graph(), { REQUEST_TIMEOUT_MS: '60000' });
  browser = await openBrowser();
});
// A database plans a question the first time, and that can take longer than a browser waits.
beforeAll(async () => {
  for (const path of [PAGE, '/search?q=ehi']) await fetch(server.url + path);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** The page that is looked at. */
const PAGE = '/organization/onc';

/** A paragraph as pages write it: links to terms with cards, and a button that copies. */
const PIECE = `<p id="sample">A <a class="term" href="/term/ehr" data-card="card-ehr">record</a>,
<a class="term" href="/term/ehi" data-card="card-none">information</a>,
<button type="button" class="copy" data-copy="45 CFR 171.203" hidden>Copy citation</button></p>
<details><summary>Terms</summary><div id="card-ehr"><p>What an <i>EHR</i> is.</p></div></details>`;

/** Opens the page, with the paragraph at the start of its text. Pages of terms are empty. Complaints of the browser fail the test. */
async function open(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  page.on('pageerror', (error) => expect.unreachable(String(error)));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => {
      throw new Error(violatedDirective);
    });
  });
  await page.route(`${server.url}/term/**`, (route) => route.fulfill({ contentType: 'text/html', body: 'A term.' }));
  await page.route(server.url + PAGE, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(/<h1>[\s\S]*?<\/h1>/, (heading) => heading + PIECE);
    await route.fulfill({ response, body });
  });
  await page.goto(server.url + PAGE);
  return page;
}

const card = (page: Page) => page.locator('.definition-card');
const options = (page: Page) => page.getByRole('option');

describe('suggestions', () => {
  test('arrow keys choose, Enter opens the page of the choice', async () => {
    const page = await open();
    await page.keyboard.press('/');
    const box = page.getByRole('combobox', { name: 'Search' });
    await box.pressSequentially('ehi');
    await expect.poll(() => options(page).count(), { timeout: 15_000 }).toBeGreaterThan(1);
    expect(await box.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('ArrowDown');
    const first = options(page).first();
    expect(await first.getAttribute('aria-selected')).toBe('true');
    expect(await box.getAttribute('aria-activedescendant')).toBe(await first.getAttribute('id'));
    expect(await first.textContent()).toContain('EHI');
    const chosen = await first.getAttribute('href');
    const [field, list] = [await box.boundingBox(), await page.getByRole('listbox').boundingBox()];
    expect(list?.y).toBeGreaterThanOrEqual((field?.y ?? 0) + (field?.height ?? 0));
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${chosen}`);
    await page.context().close();
  });

  test('Escape closes, Enter without a choice searches, leaving the box closes', async () => {
    const page = await open();
    const box = page.getByRole('combobox', { name: 'Search' });
    await box.pressSequentially('ehi');
    await options(page).first().waitFor();
    await page.keyboard.press('Escape');
    expect(await options(page).count()).toBe(0);
    expect(await box.inputValue()).toBe('ehi');
    await box.pressSequentially(' ');
    await box.press('Backspace');
    await options(page).first().waitFor();
    await page.keyboard.press('Tab');
    expect(await options(page).count()).toBe(0);
    await box.press('Enter');
    await page.waitForURL('**/search?q=ehi');
    await page.context().close();
  });
});

describe('definition cards', () => {
  test('by pointer: opens after a moment, can be pointed at, closes when the pointer leaves or at Escape', async () => {
    const page = await open();
    const link = page.locator('#sample a').first();
    await link.hover();
    expect(await card(page).count()).toBe(0);
    await card(page).waitFor();
    expect(await card(page).textContent()).toContain('What an EHR is.');
    await card(page).getByText('What an').hover();
    await page.waitForTimeout(400);
    expect(await card(page).isVisible()).toBe(true);
    await page.mouse.move(5, 700);
    await card(page).waitFor({ state: 'detached' });
    await link.hover();
    await card(page).waitFor();
    await page.keyboard.press('Escape');
    expect(await card(page).count()).toBe(0);
    await page.context().close();
  });

  test('by keyboard: opens at the focus, Tab leads into it, Escape leads back', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Search' }).focus();
    const link = page.locator('#sample a').first();
    for (let i = 0; i < 12 && !(await link.evaluate((one) => one === document.activeElement)); i++) {
      await page.keyboard.press('Tab');
    }
    await card(page).waitFor();
    expect(await link.getAttribute('aria-describedby')).toBe(await card(page).getAttribute('id'));
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Open its page');
    await page.keyboard.press('Escape');
    expect(await card(page).count()).toBe(0);
    expect(await link.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.context().close();
  });

  test('by touch: the first tap opens it inside the window, a tap elsewhere closes it, its link leads on', async () => {
    const page = await open({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 640 } });
    const link = page.locator('#sample a').first();
    await link.tap();
    await card(page).waitFor();
    const box = await card(page).boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= 360).toBe(true);
    expect(new URL(page.url()).pathname).toBe(PAGE);
    await page.locator('h1').tap();
    expect(await card(page).count()).toBe(0);
    await link.tap();
    await card(page).getByRole('link').tap();
    await page.waitForURL('**/term/ehr');
    await page.context().close();
  });

  test('a link whose card the page does not have is a link', async () => {
    const page = await open({ hasTouch: true });
    await page.locator('#sample a').nth(1).tap();
    await page.waitForURL('**/term/ehi');
    await page.context().close();
  });
});

describe('copying', () => {
  test('the button appears, copies, and says so', async () => {
    const page = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
    await page.getByRole('button', { name: 'Copy citation' }).click();
    await expect.poll(() => page.getByRole('status').textContent()).toBe('Copied');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('45 CFR 171.203');
    await page.getByRole('button', { name: 'Copy citation' }).waitFor();
    await page.context().close();
  });
});

describe('without JavaScript', () => {
  test('the search works, links lead to terms, and nothing is shown that does nothing', async () => {
    const page = await open({ javaScriptEnabled: false });
    expect(await page.getByRole('button', { name: 'Copy citation' }).isVisible()).toBe(false);
    await page.getByRole('searchbox', { name: 'Search' }).fill('ehi');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search?q=ehi');
    await page.getByRole('link', { name: 'EHI', exact: true }).click();
    await page.waitForURL('**/term/ehi');
    await page.context().close();
  });
});

describe('the file', () => {
  test('is small, compressed, and may be kept for good', async () => {
    const markup = await (await fetch(`${server.url}${PAGE}`)).text();
    const [, path] = /<script type="module" src="(\/pages\/[^"]+)">/.exec(markup) ?? [];
    const response = await fetch(server.url + path, { headers: { 'accept-encoding': 'gzip' } });
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(Number(response.headers.get('content-length'))).toBeLessThan(40_000);
    expect((await fetch(`${server.url}/pages/main-OLD.js`)).status).toBe(404);
  });
});
