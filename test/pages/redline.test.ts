/** The pages that tell what changed: the list of changes, redlines between two days, and what a rule amends. */
import { describe, expect, test } from 'vitest';
import { testGraph } from '../setup/test-graph.ts';
import { EDITIONS, EFFECTIVE, fillHarbors, SECTIONS_OF_BUOYS } from './harbors.ts';
import { servedSite } from './served.ts';
import { get, linksOf, page, queryOf, textOf } from './site.ts';

const { graph, driver, fill } = testGraph();
fill(() => fillHarbors(driver()));

const site = servedSite(graph);
const [EARLY, LATE] = EDITIONS;
const REDLINE = `/regulation/45-CFR-907.2?asOf=${LATE}&compare=${EARLY}`;
const OF_PART = `/regulation/45-CFR-907?asOf=${LATE}&compare=${EARLY}`;
const OF_2025 = '/changes?within=45+CFR+Part+907&from=2025-01-01&to=2025-12-31';

/** What stands in elements of a name, without markup. */
const inside = (markup: string, name: string) =>
  [...markup.matchAll(new RegExp(`<${name}>([\\s\\S]*?)</${name}>`, 'g'))].map(([, text]) => textOf(text ?? '').trim());
/** The sections under a heading of the page of a part. */
const under = (markup: string, id: string) =>
  textOf(new RegExp(`<section aria-labelledby="${id}">[\\s\\S]*?</section>`).exec(markup)?.[0] ?? '');

describe('the redline of a section', () => {
  test('marks what was inserted and deleted in text and heading, and keeps the other words', async () => {
    const markup = await page(site, REDLINE);
    expect(inside(markup, 'del')).toEqual(['Deleted words', expect.stringContaining('&'), 'hemp']);
    expect(inside(markup, 'ins')).toEqual(['Inserted words', 'with', 'nylon']);
    expect(textOf(markup)).toContain('1 word inserted, 1 word deleted');
    expect(markup).toContain(`<time datetime="${EARLY}">January 5, 2024</time>`);
    expect(textOf(markup)).toContain('Observed. An imported edition shows the text as of January 5, 2024.');
  });

  test('links to the text of each day, and swaps the days', async () => {
    const markup = await page(site, REDLINE);
    const swap = `/regulation/45-CFR-907.2?asOf=${EARLY}&compare=${LATE}`;
    expect(linksOf(markup)).toEqual(
      expect.arrayContaining([swap, ...EDITIONS.map((day) => `/regulation/45-CFR-907.2?asOf=${day}`)]),
    );
    const swapped = await page(site, swap);
    expect(inside(swapped, 'del')).toContain('nylon');
    expect(inside(swapped, 'ins')).toContain('hemp');
  });

  test('folds a long unchanged run, and tells its words', async () => {
    const markup = await page(site, `/regulation/45-CFR-907.5?asOf=${LATE}&compare=${EARLY}`);
    expect(inside(markup, 'summary')).toContain('… 241 words unchanged …');
    expect([inside(markup, 'del').at(-1), inside(markup, 'ins').at(-1)]).toEqual(['iron', 'steel']);
  });

  test('says that a section was not in force, and shows its text as inserted', async () => {
    const text = textOf(await page(site, `/regulation/45-CFR-907.4?asOf=${LATE}&compare=${EARLY}`));
    expect(text).toContain('not in force');
    expect(text).toContain('5 words inserted');
  });

  test.each([
    [`asOf=${LATE}&compare=2019-01-01`, 'The text of January 1, 2019 is not known, so there is nothing to compare.'],
    [`asOf=${LATE}&compare=${LATE}`, 'Both dates are the same.'],
  ])('%s: says why there is no redline', async (days, words) => {
    const markup = await page(site, `/regulation/45-CFR-907.2?${days}`);
    expect(textOf(markup)).toContain(words);
    expect(inside(markup, 'ins')).toEqual([]);
  });

  test('refuses what is no day, and the levels above parts', async () => {
    for (const [path, words] of [
      ['/regulation/45-CFR-907.2?compare=yesterday', 'compare: must be a real calendar date'],
      ['/regulation/45-CFR?compare=2024-01-05', 'compare: is accepted only for a part'],
    ] as const) {
      const response = await get(site, path);
      expect([response.status, await response.text()]).toEqual([400, expect.stringContaining(words)]);
    }
    expect((await get(site, `/regulation/45-CFR-907.99?compare=${EARLY}`)).status).toBe(404);
  });
});

describe('the redline of a part', () => {
  test('tells which sections changed, were added, were removed, and stayed the same', async () => {
    const markup = await page(site, OF_PART);
    expect(textOf(markup)).toContain('2 sections changed, 1 was added, 1 was removed, and 1 did not change.');
    expect(under(markup, 'changed')).toMatch(/§ 907\.2 .*hemp.*nylon.*§ 907\.5 .*words unchanged.*iron.*steel/);
    expect(under(markup, 'added')).toMatch(/§ 907\.4 Radios.*A boat has a radio\./);
    expect(under(markup, 'removed')).toMatch(/§ 907\.3 Letters.*A pilot carries letters\./);
    expect(under(markup, 'same')).toContain('§ 907.1');
  });
});

describe('the list of changes', () => {
  test('tells by day what changed, by which rule, and how', async () => {
    const markup = await page(site, OF_2025);
    const text = textOf(markup);
    expect(text).toContain('from January 1, 2025 to December 31, 2025, newest first.');
    expect(text).toContain('Effective March 1, 2025By Harbor Final Rule 90 FR 100');
    expect(text).toMatch(/§ 907\.2 .*Text changedRedline: 1 word inserted, 1 word deleted.*§ 907\.4 RadiosAdded/);
    expect(text).toContain('§ 907.3 LettersRemoved');
    expect(inside(markup, 'ins')).toContain('nylon');
    expect(linksOf(markup)).toEqual(
      expect.arrayContaining(['/rule/90-FR-100', `/regulation/45-CFR-907.2?asOf=${EFFECTIVE}&compare=2025-02-28`]),
    );
    expect(queryOf(markup).variables).toMatchObject({ within: '45 CFR Part 907', last: 20 });
  });

  test('never says "on" of a day on which a text was only seen', async () => {
    const text = textOf(await page(site, '/changes?within=45+CFR+908.1&from=2024-02-01&to=2026-02-01'));
    expect(text).toContain('First seen in the edition of January 5, 2026The rule that made the change is not known');
    expect(text).not.toContain('Effective January 5, 2026');
  });

  test('links to feeds with the same parameters, which answer', async () => {
    const feeds = linksOf(await page(site, OF_2025)).filter((href) => href.startsWith('/changes.'));
    expect(feeds).toEqual(['atom', 'json'].map((format) => OF_2025.replace('/changes', `/changes.${format}`)));
    for (const feed of feeds) expect((await get(site, feed)).status).toBe(200);
  });

  test('takes kinds from checkboxes and from a list, and the order', async () => {
    const one = textOf(await page(site, `${OF_2025}&kinds=ADDED&kinds=REMOVED&order=oldest`));
    expect(one).toContain('oldest first');
    expect(one).not.toContain('§ 907.2');
    expect(textOf(await page(site, `${OF_2025}&kinds=ADDED,HEADING`))).toContain('Heading changed');
  });

  test('goes back further by default if nothing changed in the last two years', async () => {
    const { variables } = queryOf(await page(site, '/changes?to=2034-06-01'));
    expect(variables.from).toBe('2014-06-01');
  });

  test('says what it cannot read, and keeps it in the form', async () => {
    const markup = await page(site, '/changes?within=%3Cb%3Eharbors');
    expect(textOf(markup)).toContain('“<b>harbors” is not a citation.');
    expect(markup).not.toContain('<b>');
    for (const bad of ['from=soon', 'kinds=MANY', 'order=random', 'after=nothing'])
      expect([bad, (await get(site, `/changes?${bad}`)).status]).toEqual([bad, 400]);
  });

  test.each(['newest', 'oldest'])('pages through everything once, %s first', async (order) => {
    const seen: string[] = [];
    let next: string | undefined = `/changes?within=45+CFR+Part+909&from=2025-01-01&to=2026-06-01&order=${order}`;
    for (let pages = 0; next !== undefined && pages < 3; pages += 1) {
      const markup = await page(site, next);
      seen.push(...[...textOf(markup).matchAll(/§ (909\.\d+) BuoysText changed/g)].map(([, number]) => number ?? ''));
      next = linksOf(markup.replace(/<a href[^>]*>First 20 changes/, '')).find((href) => href.includes('after='));
    }
    expect(seen).toHaveLength(SECTIONS_OF_BUOYS);
    expect(new Set(seen).size).toBe(SECTIONS_OF_BUOYS);
  });
});

describe('the page of a rule', () => {
  test('tells what the rule amends by part, with its changes and redlines around its effective day', async () => {
    const markup = await page(site, '/rule/90-FR-100');
    expect(textOf(markup)).toMatch(/Amended provisions \d+45 CFR Part 907/);
    expect(linksOf(markup)).toEqual(
      expect.arrayContaining([
        `/changes?within=45+CFR+Part+907&from=${EFFECTIVE}&to=${EFFECTIVE}`,
        `/regulation/45-CFR-907?asOf=${EFFECTIVE}&compare=2025-02-28`,
        `/regulation/45-CFR-907.2?asOf=${EFFECTIVE}&compare=2025-02-28`,
      ]),
    );
    expect(await page(site, `/regulation/45-CFR-907?asOf=${EFFECTIVE}&compare=2025-02-28`)).toContain('nylon');
  });
});
