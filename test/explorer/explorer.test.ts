/** The explorer from end to end: real browser, real server, real database. Every interaction, by the model, the address and the list. */
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { warm } from '../../src/cli/warm.ts';
import type { Listening } from '../../src/http/server.ts';
import { importEcfr } from '../../src/import/ecfr/import.ts';
import { checkSeed } from '../../src/import/seed/index.ts';
import { writeImport } from '../../src/import/write.ts';
import { openBrowser } from '../setup/browser.ts';
import { serveGraph } from '../setup/server.ts';
import { testGraph } from '../setup/test-graph.ts';
import { drawn, nodeIds, type Opened, openPage, placeOf, query, settled } from './open-page.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const KITES = { file: at('../import/ecfr/golden/kites.ecfr.xml'), asOf: '2026-01-03' };
const CENTRE = 'Term:emr-vs-ehr';

const { driver, graph, fill } = testGraph();
let server: Listening;
let browser: Browser;
let open: Opened[] = [];

fill(async () => {
  const { records } = await checkSeed(at('../../seed/'));
  await writeImport(driver(), undefined, { origin: 'seed', records });
  await importEcfr(driver(), undefined, { files: [KITES.file], asOf: KITES.asOf, today: KITES.asOf });
});
beforeAll(async () => {
  await warm(graph()); // first plans take longer than a page may
  server = await serveGraph(graph());
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop(0);
});
/** No page may complain, whatever was done on it. */
afterEach(async () => {
  const faults = open.flatMap((one) => one.faults);
  await Promise.all(open.map(({ page }) => page.close()));
  open = [];
  expect(faults).toEqual([]);
});

async function page(path = '/', options: Parameters<typeof openPage>[2] = {}): Promise<Page> {
  const opened = await openPage(browser, server.url + path, options);
  open.push(opened);
  return opened.page;
}
/** Expects something within the time that a busy machine takes. */
const soon = <T>(found: () => T) => expect.poll(found, { timeout: 15_000, interval: 40 });
const view = (on: Page) => on.evaluate(() => glossograph.view());
const press = (on: Page, name: string) => on.locator('#reading').getByRole('button', { name, exact: true }).click();
const title = (on: Page) => on.locator('#reading .title');
const listed = (on: Page) => on.getByRole('listbox', { name: 'In view' });
const active = async (on: Page): Promise<string> => {
  const id = await listed(on).getAttribute('aria-activedescendant');
  return (await on.locator(`#${id} .name`).textContent()) ?? '';
};

describe('the opening view', () => {
  test('is the seed’s neighborhood, with the search box ready, questions to begin with and what was left out', async () => {
    const on = await page();
    expect((await nodeIds(on)).length).toBe(60);
    expect(new URL(on.url()).search).toBe('');
    await soon(() => on.evaluate(() => glossograph.drawn())).toBe(true);
    expect(await on.locator('#search').evaluate((box) => box.matches(':focus'))).toBe(true);
    expect(await on.locator('.begin a').count()).toBe(3);
    const notice = await on.evaluate(() => glossograph.notice());
    expect(notice).toMatch(/^Not everything: at least \d+ nodes left out, as the limit was reached\.$/);
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
    expect(await on.locator('#said').textContent()).toContain('Did you mean');
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

describe('the picture', () => {
  test('is read by a click, expanded by a double click, and each step is one of the history', async () => {
    const on = await page('/?depth=1&limit=20');
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
    expect(await on.locator('#said').textContent()).toMatch(/nodes? added|Reading/);
    await on.goBack();
    await soon(() => nodeIds(on)).toEqual(before);
    await on.goForward();
    await soon(() => nodeIds(on)).toEqual(after);
    await press(on, 'Collapse');
    await soon(() => nodeIds(on)).toEqual(before);
  });

  test('knows the relations between what was expanded apart', async () => {
    const on = await page('/?of=Term%3Aemr-vs-ehr&depth=1&limit=10&cap=10&open=Term%3Afhir&open=Term%3Aehi');
    const ids = await nodeIds(on);
    const { records } = await driver().executeQuery(
      'MATCH (a:Entity)-[r]->(b:Entity) WHERE a.id IN $ids AND b.id IN $ids RETURN count(r) AS count',
      { ids },
    );
    expect(await on.evaluate(() => glossograph.edges().length)).toBe(Number(records[0]?.get('count')));
    expect(await on.locator('#status').textContent()).toContain('left out around');
  });

  test('lets a node be dragged, which pins it, and Back lets go of it', async () => {
    const on = await page('/?depth=1&limit=20');
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

  test('highlights neighbours of what is pointed at, by mouse and in the list', async () => {
    const on = await page('/?depth=1&limit=20');
    await drawn(on);
    const spot = await placeOf(on, 'Term:fhir');
    await on.mouse.move(spot.x, spot.y);
    await soon(() => on.evaluate(() => glossograph.highlighted()[0])).toBe('Term:fhir');
    await on.mouse.move(spot.x, 5);
    await soon(() => on.evaluate(() => glossograph.highlighted().length)).toBe(0);
    await listed(on).focus();
    const neighbours = await on.evaluate(() => {
      const [first] = glossograph.highlighted();
      const ends = glossograph.edges().filter(({ source, target }) => source === first || target === first);
      return [new Set(ends.flatMap(({ source, target }) => [source, target])).size, glossograph.highlighted().length];
    });
    expect(neighbours[0]).toBe(neighbours[1]);
  });

  test('tells why a line is there, by a click on it', async () => {
    const on = await page('/?of=Statute%3Ahitech-act&depth=1&limit=2');
    await drawn(on);
    const [edge] = await on.evaluate(() => glossograph.edges());
    if (!edge) throw new Error('the seed has a term about the HITECH Act');
    const [a, b] = [await placeOf(on, edge.source), await placeOf(on, edge.target)];
    await on.mouse.click((a.x + b.x) / 2, (a.y + b.y) / 2);
    await soon(() => query(on).get('edge')).toBe(edge.id);
    await on.locator('.evidence').waitFor();
    expect(await on.locator('.evidence').textContent()).toContain('Written down by a person');
    await on.keyboard.press('Escape');
    await soon(() => query(on).get('edge')).toBeNull();
  });

  test('zooms, fits, fills the screen, and is moved by keys', async () => {
    const on = await page('/?depth=1&limit=20', { reducedMotion: 'reduce' });
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
    await on.getByRole('button', { name: 'Fit to the picture' }).click();
    expect(await nearness()).toBeCloseTo(1);
    await on.getByRole('button', { name: 'Full screen' }).click();
    await soon(() => on.locator('.picture').evaluate((element) => element.matches(':fullscreen'))).toBe(true);
    await on.getByRole('button', { name: 'Full screen' }).click();
    await soon(() => on.locator('.picture').evaluate((element) => element.matches(':fullscreen'))).toBe(false);
  });

  test('is arranged in a worker; what is pinned stays', async () => {
    const on = await page('/?depth=1&limit=20&pin=3,4,Term:fhir', { reducedMotion: 'reduce' });
    const place = (id: string) => on.evaluate((node) => glossograph.position(node), id);
    const before = await place('Term:ehr');
    await on.getByRole('button', { name: 'Arrange what is shown' }).click();
    await soon(() => place('Term:ehr')).not.toEqual(before);
    expect(await place('Term:fhir')).toEqual({ x: 3, y: 4 });
  });
});

describe('the choices', () => {
  test('depth, number, layout and day ask anew, and are in the address', async () => {
    const on = await page('/?depth=1');
    const deep = await nodeIds(on);
    await on.getByLabel('Nodes at most').selectOption('20');
    await soon(() => nodeIds(on)).toHaveLength(20);
    await on.getByLabel('Depth').selectOption('2');
    await on.getByLabel('Layout').selectOption('CIRCLE');
    await on.getByLabel('In force on').fill('2020-01-01');
    await soon(() => query(on).get('day')).toBe('2020-01-01');
    await settled(on);
    expect(await view(on)).toMatchObject({ depth: 2, limit: 20, layout: 'CIRCLE', asOf: '2020-01-01' });
    for (let i = 0; i < 4; i++) await on.goBack();
    await soon(() => nodeIds(on)).toEqual(deep);
    expect(await on.getByLabel('Nodes at most').inputValue()).toBe('60');
  });

  test('the legend counts, and switches kinds and relations off and on', async () => {
    const on = await page('/?depth=1');
    const counts = await on.evaluate(() => glossograph.counts());
    expect(await on.locator('[data-count="TERM"]').textContent()).toBe(String(counts.TERM));
    await on.getByRole('checkbox', { name: /Provisions/ }).uncheck();
    await soon(() => query(on).get('hide')).toBe('regulation');
    const kinds = await on.evaluate(() => glossograph.nodes().map(({ kind }) => kind));
    expect(kinds).not.toContain('REGULATION');
    expect(await on.locator('[data-count="REGULATION"]').textContent()).toBe(String(counts.REGULATION));
    expect(await listed(on).getByRole('option').first().getAttribute('aria-setsize')).toBe(String(kinds.length));
    await on.getByRole('checkbox', { name: /Mentions/i }).uncheck();
    expect(await on.evaluate(() => glossograph.edges().filter(({ type }) => type === 'MENTIONS').length)).toBe(0);
    await on.getByRole('button', { name: 'Show all' }).click();
    expect(await on.evaluate(() => glossograph.counts())).toEqual(counts);
    expect(query(on).has('hide')).toBe(false);
  });

  test('the path between two, from the boxes and from the panel', async () => {
    const on = await page();
    await on.getByText('Path between two').click();
    for (const [name, text] of [
      ['From', 'EMR vs EHR'],
      ['To', 'Health Level Seven International'],
    ] as const) {
      await on.getByRole('combobox', { name, exact: true }).pressSequentially(text);
      const found = on.locator(`#path-${name.toLowerCase()}-list`).getByRole('option');
      await found
        .filter({ hasText: name === 'To' ? 'Organization' : text })
        .first()
        .click();
    }
    await soon(() => on.evaluate(() => glossograph.paths().length)).toBeGreaterThan(0);
    const ways = await on.evaluate(() => glossograph.paths());
    for (const { nodes } of ways) expect([nodes[0], nodes.at(-1)]).toEqual([CENTRE, 'Organization:hl7']);
    expect((await on.evaluate(() => glossograph.highlighted())).sort()).toEqual(
      [...new Set(ways.flatMap(({ nodes }) => nodes))].sort(),
    );
    expect(await on.locator('.way').count()).toBe(ways.length);
    await on.getByRole('button', { name: 'Clear the path' }).click();
    await soon(() => on.evaluate(() => glossograph.paths().length)).toBe(0);

    const other = await page('/?of=Term%3Aehr&see=Term%3Aehr');
    await press(other, 'Path from here');
    await other
      .locator('#reading [data-entity="Term:fhir"]')
      .first()
      .evaluate((link) => link.closest('details')?.setAttribute('open', ''));
    await other.locator('#reading [data-entity="Term:fhir"]').first().click();
    await soon(() => title(other).textContent()).toContain('FHIR');
    await press(other, 'Path to here');
    await soon(() => other.evaluate(() => glossograph.paths()[0]?.nodes)).toEqual(['Term:ehr', 'Term:fhir']);
  });
});

describe('the panel', () => {
  test('tells a term: definition, other names, sections, relations with their reasons', async () => {
    const on = await page(`/?see=${encodeURIComponent(CENTRE)}`);
    await soon(() => title(on).textContent()).toContain('EMR vs EHR');
    const text = (await on.locator('#reading').textContent()) ?? '';
    for (const part of [
      'Also known as',
      'EMR-EHR Distinction',
      'Key takeaways',
      'Common misconceptions',
      'What the law says',
    ]) {
      expect(text).toContain(part);
    }
    expect(await on.locator('#reading em').count()).toBeGreaterThan(0); // CommonMark, rendered
    await on.locator('.group summary').first().click();
    await on.locator('.why summary').first().click();
    expect(await on.locator('.evidence').first().textContent()).toContain('Written down by a person');
    expect(await on.getByRole('link', { name: 'Its own page' }).getAttribute('href')).toBe('/term/emr-vs-ehr');
    await press(on, 'Pin');
    expect(query(on).get('pin')).toContain(CENTRE);
    await press(on, 'Unpin');
    await press(on, 'Close');
    expect(await on.locator('#start').isVisible()).toBe(true);
  });

  test('tells a provision: its official text with names as links, and definitions in force as tooltips', async () => {
    const on = await page('/?of=Regulation%3A99-CFR-7.2(b)&see=Regulation%3A99-CFR-7.2(b)');
    await on.locator('.law').waitFor();
    expect(await on.locator('.law').textContent()).toContain('knows it');
    const { regulation } = await law('99 CFR 7.2(b)');
    expect(await on.locator('.law .mention').count()).toBe(regulation.annotations.length);
    expect(regulation.annotations.length).toBeGreaterThan(0);
    const mention = on
      .locator('.law .mention')
      .filter({ hasText: /keeper/i })
      .first();
    await mention.focus();
    const tip = on.getByRole('tooltip');
    await soon(() => tip.textContent()).toContain('In force here');
    expect(await mention.getAttribute('aria-describedby')).toBe(await tip.getAttribute('id'));
    await on.keyboard.press('Escape');
    expect(await tip.isHidden()).toBe(true);
    await mention.hover();
    expect(await tip.isVisible()).toBe(true);
    await mention.click();
    await soon(() => query(on).get('see')).toMatch(/^Term:/);
  });
});

const law = async (citation: string) => {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: `{ regulation(citation: "${citation}") { text annotations { text } } }` }),
  });
  const { data } = (await response.json()) as { data: { regulation: { text: string; annotations: object[] } } };
  return data;
};

describe('the list', () => {
  test('is one tab stop, with arrows, Home, End, letters and Enter', async () => {
    const on = await page('/?depth=1');
    const labels = await on.evaluate(() => glossograph.nodes().map(({ label }) => label));
    const list = listed(on);
    expect(await list.locator('[tabindex]').count()).toBe(0);
    await list.focus();
    expect(await active(on)).toBe(labels[0]);
    await list.press('ArrowDown');
    await list.press('ArrowDown');
    expect(await active(on)).toBe(labels[2]);
    await list.press('ArrowUp');
    expect(await active(on)).toBe(labels[1]);
    await list.press('End');
    expect(await active(on)).toBe(labels.at(-1));
    await list.press('Home');
    await list.pressSequentially('fh');
    expect(await active(on)).toBe('FHIR');
    await list.press('Enter');
    await soon(() => query(on).get('see')).toBe('Term:fhir');
    await soon(() => title(on).textContent()).toContain('FHIR');
    await list.press('ArrowRight');
    await soon(() => query(on).getAll('open')).toEqual(['Term:fhir']);
    await settled(on);
    await soon(() => on.locator('#said').textContent()).toMatch(/nodes? added/);
    await list.press('ArrowLeft');
    await soon(() => query(on).getAll('open')).toEqual([]);
    expect(await list.evaluate((element) => element.matches(':focus'))).toBe(true);
  });
});

describe('saving', () => {
  test.each([
    ['JSON', (text: string) => expect(JSON.parse(text).nodes).toHaveLength(20)],
    ['SVG', (text: string) => expect(text).toMatch(/^<svg [\s\S]*<\/svg>\n$/)],
    ['PNG', (text: string) => expect(text.slice(1, 4)).toBe('PNG')],
  ] as const)('%s', async (format, check) => {
    const on = await page('/?depth=1&limit=20');
    const [download] = await Promise.all([
      on.waitForEvent('download'),
      on.getByRole('button', { name: `Save as ${format}` }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`glossograph.${format.toLowerCase()}`);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    check(Buffer.concat(chunks).toString('latin1'));
  });
});

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
    const context = await browser.newContext({ javaScriptEnabled: false });
    const on = await context.newPage();
    await on.goto(server.url);
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
    open.at(-1)?.faults.splice(0); // the browser tells of the request that was cut
  });
});
