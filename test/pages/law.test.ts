/** What a reader of the law relies on: the way around a part, the day of a text, how it came to be, and how to cite it. */
import { describe, expect, test } from 'vitest';
import { parseCitation } from '../../src/model/citations/parse.ts';
import { bluebook } from '../../src/pages/provision/cite.tsx';
import { writeImport } from '../../src/store/write.ts';
import { seedPart } from '../setup/seed.ts';
import { testGraph } from '../setup/test-graph.ts';
import { importTwoEditions } from '../setup/two-editions.ts';
import { servedSite } from './served.ts';
import { decoded, lawOf, linksOf, page, textOf } from './site.ts';

const { graph, driver, fill } = testGraph();

/** Part 171 and its rules of the seed, without the rest, and two editions of a made-up part. */
fill(async () => {
  const records = await seedPart(/^(Regulation:45-CFR-171|Rule:|Term:information-blocking$)/);
  await writeImport(driver(), undefined, { origin: 'seed', records });
  await importTwoEditions(driver());
});

const site = servedSite(graph, { PUBLIC_URL: 'https://terms.example' });

/** The markup between two patterns. */
const within = (markup: string, from: RegExp, to: string): string => {
  const at = markup.search(from);
  return at < 0 ? '' : markup.slice(at, markup.indexOf(to, at));
};
const contentsOf = (markup: string) => within(markup, /<nav class="part-contents"/, '</nav>');
const turningOf = (markup: string) =>
  [...markup.matchAll(/<a rel="(prev|next)" href="([^"]*)"/g)].map(([, rel, href]) => [rel, href]);

describe('the contents of a part beside its sections', () => {
  test('say where the reader is, with the paragraphs of the section as anchors', async () => {
    const contents = contentsOf(await page(site, '/regulation/99-CFR-7.10'));
    expect(contents.match(/aria-current/g)).toHaveLength(1);
    expect(contents).toContain('<a href="/regulation/99-CFR-7.10" aria-current="page">');
    expect(textOf(contents)).toContain('§ 7.10 Wind exception');
    expect(linksOf(contents)).toEqual(
      expect.arrayContaining([
        '/regulation/99-CFR-7',
        '/regulation/99-CFR-7-Subpart-B',
        '#p-a',
        '/regulation/99-CFR-7.1',
      ]),
    );
    expect(linksOf(contents)).not.toContain('/regulation/99-CFR-7.11');
    expect(contents.match(/<details open/g)).toHaveLength(1);
  });

  test('mark the section of a paragraph, and a subpart', async () => {
    const paragraph = contentsOf(await page(site, '/regulation/99-CFR-7.10(a)'));
    expect(paragraph).toContain('<a href="/regulation/99-CFR-7.10" aria-current="true">');
    const subpart = contentsOf(await page(site, '/regulation/99-CFR-7-Subpart-B'));
    expect(subpart).toContain('<a href="/regulation/99-CFR-7-Subpart-B" aria-current="page">');
  });

  test('lead from section to section across subparts, on a day, too', async () => {
    expect(turningOf(await page(site, '/regulation/99-CFR-7.2'))).toEqual([
      ['prev', '/regulation/99-CFR-7.1'],
      ['next', '/regulation/99-CFR-7.10'],
    ]);
    expect(turningOf(await page(site, '/regulation/99-CFR-7.10?asOf=2026-02-01'))).toEqual([
      ['prev', '/regulation/99-CFR-7.2?asOf=2026-02-01'],
      ['next', '/regulation/99-CFR-7.1001?asOf=2026-02-01'],
    ]);
    const links = linksOf(contentsOf(await page(site, '/regulation/99-CFR-7.2?asOf=2021-01-01')));
    expect(links.filter((href) => href.startsWith('/') && !href.endsWith('?asOf=2021-01-01'))).toEqual([]);
  });
});

describe('the day of a text', () => {
  test('can be chosen, and the page says what is known of it', async () => {
    const then = await page(site, '/regulation/99-CFR-7.2?asOf=2021-01-01');
    expect(then).toContain('<form class="asking" method="get" action="/regulation/99-CFR-7.2">');
    expect(then).toContain('name="asOf" value="2021-01-01"');
    const known = textOf(within(then, /<p class="known">/, '</p>'));
    expect(known).toMatch(/^(Observed|Derived|Presumed|Uncertain|Unknown) \S/);
    expect(known).not.toMatch(/\d{4}-\d{2}-\d{2}/);
    const before = textOf(await page(site, '/regulation/99-CFR-7.2?asOf=2019-01-01'));
    expect(before).toContain('The text as of January 1, 2019 is not known.');
    expect(before).not.toContain('This is the text as of');
  });

  test('stands with the edition that was read, which is not the official one', async () => {
    const now = textOf(await page(site, '/regulation/99-CFR-7.2'));
    expect(now).toMatch(/Not an official edition\. Text from the eCFR of January 3, 2026\./);
    expect(textOf(await page(site, '/regulation/45-CFR-171'))).toContain('Not an official edition.');
  });

  test('leads to the other versions, and to what each changed', async () => {
    const now = within(await page(site, '/regulation/99-CFR-7.2'), /<h2 id="versions"/, '</section>');
    expect(linksOf(now)).toContain('/regulation/99-CFR-7.2?asOf=2020-05-01');
    expect(linksOf(now).map((href) => decoded(href))).toContainEqual(
      expect.stringMatching(/^\/regulation\/99-CFR-7\.2\?asOf=2026-01-\d\d&compare=2020-05-01$/),
    );
    expect(textOf(now)).not.toMatch(/since January 3, 2026/);
  });
});

test('names the rules that amended a text, with their days', async () => {
  const markup = await page(site, '/regulation/45-CFR-171');
  const amended = within(markup, /<h2 id="amendments"/, '</section>');
  expect(linksOf(amended)).toContain('/rule/89-FR-1192');
  expect(textOf(amended)).toMatch(/HTI-1 Final Rule 89 FR 1192, effective March 11, 2024/);
  expect(linksOf(markup)).toContainEqual(
    expect.stringMatching(/^\/changes\?within=45\+CFR\+Part\+171&from=\d{4}-\d\d-01$/),
  );
});

test('has the card of every term that its text names, and no tooltips', async () => {
  const markup = await page(site, '/regulation/99-CFR-7.1');
  const named = [...lawOf(markup).matchAll(/data-card="([^"]+)"/g)].map(([, id]) => id);
  expect(named.length).toBeGreaterThan(0);
  for (const id of named) expect(markup).toContain(`<div id="${id}" class="card">`);
  expect(lawOf(markup)).not.toContain('title=');
});

test('says near the top what a provision defines, and to what it is an exception', async () => {
  const top = (markup: string) => textOf(within(markup, /<h1>/, '<section class="day"'));
  expect(top(await page(site, '/regulation/45-CFR-171.203'))).toContain(
    'An exception to § 171.103 Information blocking',
  );
  expect(top(await page(site, '/regulation/45-CFR-171.103'))).toContain('Defines Information blocking');
});

test('can be cited, with the day', async () => {
  const cite = within(
    await page(site, '/regulation/99-CFR-7.2(a)?asOf=2021-01-01'),
    /<details class="cite-as"/,
    '</details>',
  );
  expect(cite).toContain('data-copy="99 C.F.R. § 7.2(a) (2021)"');
  expect(cite).toContain('data-copy="https://terms.example/regulation/99-CFR-7.2(a)?asOf=2021-01-01"');
  expect(cite).toContain('99 CFR 7.2(a), as of January 1, 2021');
});

test.each([
  ['45 CFR 171.203(a)', '45 C.F.R. § 171.203(a) (2026)'],
  ['45 CFR 171.102(API User)', '45 C.F.R. § 171.102 (2026) (definition of “API User”)'],
  ['45 CFR Part 171', '45 C.F.R. pt. 171 (2026)'],
  ['45 CFR Part 171 Subpart B', '45 C.F.R. pt. 171, subpt. B (2026)'],
  ['45 CFR', '45 C.F.R. (2026)'],
])('%s in the form of The Bluebook', (citation, cited) => {
  const place = parseCitation(citation);
  expect(place && bluebook(place, '2026')).toBe(cited);
});

test('a print begins with the address, and has no way around', async () => {
  const markup = await page(site, '/regulation/99-CFR-7.2?asOf=2021-01-01');
  const head = textOf(within(markup, /<div class="print-head"/, '</div>'));
  expect(head).toMatch(
    /^https:\/\/terms\.example\/regulation\/99-CFR-7\.2\?asOf=2021-01-01 ?Text as of January 1, 2021\./,
  );
});
