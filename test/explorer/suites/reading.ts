/** What is chosen, read and saved beside the picture. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { EXPORT_FORMATS } from '../../../src/export/formats.ts';
import type { Explored } from '../explored.ts';
import {
  AROUND,
  active,
  CENTRE,
  listed,
  nodeIds,
  press,
  query,
  settled,
  soon,
  suggestions,
  title,
  view,
} from '../open-page.ts';

export function reading({ page, server }: Explored): void {
  describe('the choices', () => {
    test('depth, number, layout and day ask anew, and are in the address', async () => {
      const on = await page(`${AROUND}&limit=60`);
      const deep = await nodeIds(on);
      await on.locator('#choices summary').click();
      await on.getByLabel('Node limit').selectOption('15');
      await soon(() => nodeIds(on)).toHaveLength(15);
      await on.getByLabel('Depth').selectOption('2');
      await on.getByLabel('Layout').selectOption('CIRCLE');
      await on.getByLabel('In force on').fill('2020-01-01');
      await soon(() => query(on).get('day')).toBe('2020-01-01');
      await settled(on);
      expect(await view(on)).toMatchObject({ depth: 2, limit: 15, layout: 'CIRCLE', asOf: '2020-01-01' });
      for (let i = 0; i < 4; i++) await on.goBack();
      await soon(() => nodeIds(on)).toEqual(deep);
      expect(await on.getByLabel('Node limit').inputValue()).toBe('60');
    });

    test('the legend counts, and switches kinds and relations off and on', async () => {
      const on = await page(`${AROUND}&limit=60`);
      const counts = await on.evaluate(() => glossograph.counts());
      expect(await on.locator('[data-count="TERM"]').textContent()).toBe(String(counts.TERM));
      await on.getByRole('checkbox', { name: /Provisions/ }).uncheck();
      await soon(() => query(on).get('hide')).toBe('regulation');
      await soon(() => on.evaluate(() => glossograph.counts().REGULATION)).toBe(0);
      const kinds = await on.evaluate(() => glossograph.nodes().map(({ kind }) => kind));
      expect(await on.locator('[data-count="REGULATION"]').textContent()).toBe('');
      expect(await listed(on).getByRole('option').first().getAttribute('aria-setsize')).toBe(String(kinds.length));
      await on.getByRole('button', { name: 'Show all' }).click();
      await soon(() => on.evaluate(() => glossograph.counts())).toEqual(counts);
      expect(query(on).has('hide')).toBe(false);
    });

    test('the path between two, from the boxes and from the panel', async () => {
      const on = await page();
      await on.getByText('Path between two entities').click();
      const [from, to] = [on.locator('#path-from'), on.locator('#path-to')];
      const choose = async (box: string, name: RegExp) =>
        suggestions(on, box).getByRole('option').filter({ hasText: name }).first().click();
      // The name of the first end comes only after the second one is typed: it may not take away what was typed.
      let tell = () => {};
      const typed = new Promise<void>((resolve) => {
        tell = resolve;
      });
      await on.route('**/graphql', async (route) => {
        if (route.request().postData()?.includes('query Names')) await typed;
        await route.continue();
      });
      await from.fill('EMR vs EHR');
      await choose('#path-from', /^EMR vs EHRTerm/);
      await to.fill('Health Level Seven International');
      tell();
      await soon(() => from.inputValue()).toBe('EMR vs EHR');
      await choose('#path-to', /^Health Level Seven InternationalOrganization/);
      await soon(() => on.evaluate(() => glossograph.paths().length)).toBeGreaterThan(0);
      await on.mouse.move(5, 5); // a node under the mouse would be highlighted instead
      const ways = await on.evaluate(() => glossograph.paths());
      for (const { nodes } of ways) expect([nodes[0], nodes.at(-1)]).toEqual([CENTRE, 'Organization:hl7']);
      expect((await on.evaluate(() => glossograph.highlighted())).sort()).toEqual(
        [...new Set(ways.flatMap(({ nodes }) => nodes))].sort(),
      );
      expect(await on.locator('.way').count()).toBe(ways.length);
      await on.getByRole('button', { name: 'Clear the path' }).click();
      await soon(() => on.evaluate(() => glossograph.paths().length)).toBe(0);

      const other = await page('/explore?of=Term%3Aehr&see=Term%3Aehr');
      await soon(() => title(other).textContent()).toBe('EHR');
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
      const on = await page(`${AROUND}&see=${encodeURIComponent(CENTRE)}`);
      await soon(() => title(on).textContent()).toContain('EMR vs EHR');
      const text = (await on.locator('#reading').textContent()) ?? '';
      for (const part of ['Also known as', 'EMR-EHR Distinction', 'Key takeaways', 'Common misconceptions']) {
        expect(text).toContain(part);
      }
      expect(await on.locator('#reading em').count()).toBeGreaterThan(0); // CommonMark, rendered
      for (const section of await on.locator('#reading .fold > summary').all()) await section.click();
      await on.locator('#reading a.term').filter({ hasText: /^EHR$/ }).first().hover();
      await soon(() => card(on).textContent()).toMatch(/^(EHR|Electronic Health Record)/);
      await on.keyboard.press('Escape');
      expect(await card(on).count()).toBe(0);
      expect(await on.locator('#start').isVisible()).toBe(false); // Escape closed the card alone
      await on.locator('.group summary').first().click();
      await on.locator('.why summary').first().click();
      expect(await on.locator('.evidence').first().textContent()).toContain('Entered by an author');
      expect(await on.getByRole('link', { name: 'Open its page' }).getAttribute('href')).toBe('/term/emr-vs-ehr');
      await press(on, 'Pin');
      expect(query(on).get('pin')).toContain(CENTRE);
      await press(on, 'Unpin');
      await press(on, 'Close');
      expect(await on.locator('#start').isVisible()).toBe(true);
    });

    test('puts what it reads into the picture, or begins there', async () => {
      const on = await page('/explore?of=Term%3Aehr&depth=1&limit=5&see=Term%3Auscdi&hide=alias');
      await soon(() => title(on).textContent()).toContain('USCDI');
      const before = await nodeIds(on);
      if (!before.includes('Term:uscdi')) {
        await press(on, 'Add to picture');
        await soon(() => nodeIds(on)).toContain('Term:uscdi');
        expect(query(on).getAll('of')).toEqual(['Term:ehr', 'Term:uscdi']);
      }
      await press(on, 'Start here');
      await soon(() => query(on).getAll('of')).toEqual(['Term:uscdi']);
      expect(query(on).get('hide')).toBe('alias'); // the filter stays
      await settled(on);
      await press(on, 'Expand');
      await soon(() => query(on).getAll('open')).toEqual(['Term:uscdi']);
    });

    test('tells a provision: its official text with names as links, and definitions in force as cards', async () => {
      const on = await page('/explore?of=Regulation%3A99-CFR-7.2(b)&see=Regulation%3A99-CFR-7.2(b)');
      await on.locator('.law').waitFor();
      expect(await on.locator('.law').textContent()).toContain('knows it');
      const { regulation } = await law(server().url, '99 CFR 7.2(b)');
      expect(await on.locator('.law a.term').count()).toBe(regulation.annotations.length);
      expect(regulation.annotations.length).toBeGreaterThan(0);
      const term = on
        .locator('.law a.term')
        .filter({ hasText: /keeper/i })
        .first();
      await on.keyboard.press('Tab'); // a card opens at the focus of the keyboard
      await term.focus();
      await soon(() => card(on).textContent()).toContain('Defined in');
      expect(await term.getAttribute('aria-describedby')).toBe(await card(on).getAttribute('id'));
      await on.keyboard.press('Escape');
      expect(await card(on).count()).toBe(0);
      await term.hover();
      await card(on).waitFor();
      await term.click();
      await soon(() => query(on).get('see')).toMatch(/^Term:/);
      await soon(() => card(on).count()).toBe(0);
    });
  });

  describe('the list', () => {
    test('is one tab stop, with arrows, Home, End, letters and Enter', async () => {
      const on = await page(`${AROUND}&limit=60`);
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
      await soon(() => on.locator('#announcements').textContent()).toMatch(/nodes? added/);
      await list.press('ArrowLeft');
      await soon(() => query(on).getAll('open')).toEqual([]);
      expect(await list.evaluate((element) => element.matches(':focus'))).toBe(true);
    });
  });

  describe('saving', () => {
    test.each([
      ['JSON', (text: string) => expect(JSON.parse(text).nodes).toHaveLength(10)],
      ['SVG', (text: string) => expect(text).toMatch(/^<svg [\s\S]*<\/svg>\n$/)],
      ['PNG', (text: string) => expect(text.slice(1, 4)).toBe('PNG')],
    ] as const)('%s', async (format, check) => {
      const on = await page(`${AROUND}&limit=10`);
      const [download] = await Promise.all([
        on.waitForEvent('download'),
        on.getByRole('button', { name: `Save as ${format}` }).click(),
      ]);
      expect(download.suggestedFilename()).toBe(`glossograph.${format.toLowerCase()}`);
      const chunks: Buffer[] = [];
      for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
      check(Buffer.concat(chunks).toString('latin1'));
    });

    test('for other tools, by the server, the same picture in every format', async () => {
      const on = await page('/explore?of=Term%3Aehr&depth=1&limit=20&day=2024-06-01');
      await on.getByText('Export for other tools').click();
      const links = on.locator('#elsewhere a');
      const formats = await links.evaluateAll((all) => all.map((link) => link.getAttribute('data-format')));
      expect(formats).toEqual(EXPORT_FORMATS.map(({ name }) => name));
      const graphology = await links.filter({ hasText: 'graphology' }).getAttribute('href');
      const exported = await (await fetch(new URL(graphology ?? '', server().url))).json();
      const keys = exported.nodes.map(({ key }: { key: string }) => key);
      expect(keys.sort()).toEqual((await nodeIds(on)).sort());
      await on.goto(`${server().url}/explore?graph=60`);
      await settled(on);
      await on.getByText('Export for other tools').click();
      expect(await on.locator('#elsewhere-what').textContent()).toContain('whole graph');
      expect(await links.first().getAttribute('href')).toBe('/graph/jsonl');
    });
  });
}

/** The card with the meanings of a term. */
const card = (on: Page) => on.locator('.definition-card');

const law = async (url: string, citation: string) => {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: `{ regulation(citation: "${citation}") { text annotations { text } } }` }),
  });
  const { data } = (await response.json()) as { data: { regulation: { text: string; annotations: object[] } } };
  return data;
};
