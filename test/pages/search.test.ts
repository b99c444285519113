/** The page of a search over HTTP: it answers without a script. */
import { describe, expect, test } from 'vitest';
import { testGraph } from '../setup/test-graph.ts';
import { fillPages, SCRIPT } from './fixture.ts';
import { servedSite } from './served.ts';
import { get, linksOf, page, textOf } from './site.ts';

const { graph, driver, fill } = testGraph();
fill(() => fillPages(driver()));

const site = servedSite(graph);
const searched = (parameters: Record<string, string>) => page(site, `/search?${new URLSearchParams(parameters)}`);
const bestOf = (markup: string) => /<section class="best[\s\S]*?<\/section>/.exec(markup)?.[0] ?? '';
const firstHit = (markup: string) => /<article class="hit">[\s\S]*?<\/article>/.exec(markup)?.[0] ?? '';

describe('/search', () => {
  test('without words: a search box, examples, and the indexes', async () => {
    const markup = await page(site, '/search');
    expect(markup.match(/name="q"/g)).toHaveLength(1);
    expect(linksOf(markup)).toEqual(
      expect.arrayContaining(['/search?q=information+blocking', '/terms', '/regulations', '/standards']),
    );
    expect(markup).toContain('<title>Search · Glossograph</title>');
  });

  test('the name of a term: its definition is the best answer and is not repeated', async () => {
    const markup = await searched({ q: 'ehi' });
    const best = textOf(bestOf(markup));
    expect(best).toMatch(/^ ?Term/);
    expect(best).toContain('EHI (electronic health information) is electronic protected health information');
    expect(best).toContain('Defined in');
    expect(best).toContain('Matches the name');
    const main = markup.slice(markup.indexOf('<main'), markup.indexOf('</main>'));
    expect(linksOf(main).filter((href) => href === '/term/ehi')).toHaveLength(1);
    expect(markup).toContain('<meta name="robots" content="noindex"/>');
    expect(markup).toContain('<title>ehi: search · Glossograph</title>');
  });

  test.each(['99 CFR § 7.2', '99 cfr 7.2'])('a citation as people type it: %s', async (q) => {
    const best = bestOf(await searched({ q }));
    expect(linksOf(best)).toEqual(['/regulation/99-CFR-7.2']);
    expect(textOf(best)).toContain('Matches the citation');
  });

  test('an alias finds what it names, and says so', async () => {
    expect(textOf(bestOf(await searched({ q: 'Electronic health information' })))).toContain(
      'Matches an alias: Electronic health information',
    );
  });

  test('a question: the words that were found are named and marked, but not its small words', async () => {
    const markup = await searched({ q: 'why was my claim not paid' });
    const hit = firstHit(markup);
    expect(hit).toMatch(/<p class="why">(?:Some words|One word): [^<]*(?:claim|paid)/);
    expect(hit).toMatch(/<mark>[^<]*(?:claim|paid)[^<]*<\/mark>/i);
    expect(markup).not.toMatch(/<mark>(?:was|my|not|why)<\/mark>/i);
  });

  test('links to kinds keep the other parameters, and narrow the results', async () => {
    const markup = await searched({ q: 'information', asOf: '2026-01-31', vocabularies: 'glossograph' });
    const kinds = linksOf(markup).find((href) => href.includes('kinds=REGULATION'));
    expect(kinds).toBe('/search?q=information&kinds=REGULATION&vocabularies=glossograph&asOf=2026-01-31');
    const narrowed = await page(site, kinds ?? '');
    const [, count] = /Provisions (\d+)/.exec(textOf(markup)) ?? [];
    expect(textOf(narrowed)).toContain(`Provisions ${count}`);
    expect(narrowed).not.toContain('href="/term/');
    expect(narrowed).toContain('value="2026-01-31"');
  });

  test('pages by cursor: no result twice, and back to the first', async () => {
    const first = await searched({ q: 'information' });
    const next = linksOf(first).find((href) => href.includes('after='));
    const second = await page(site, next ?? '');
    const namesOn = (markup: string) =>
      [...markup.matchAll(/<h2 class="hit-name"><a href="([^"]*)"/g)].map(([, href]) => href);
    expect(namesOn(first)).toHaveLength(20);
    expect(namesOn(second).length).toBeGreaterThan(0);
    expect(namesOn(second).filter((href) => namesOn(first).includes(href))).toEqual([]);
    expect(linksOf(second)).toContain('/search?q=information');
  });

  test('nothing found: it says so, and leads on', async () => {
    const markup = await searched({ q: 'qqzzxxvv' });
    expect(textOf(markup)).toContain('Nothing in Glossograph matches “qqzzxxvv”.');
    expect(linksOf(markup)).toEqual(expect.arrayContaining(['/terms', '/regulations', '/standards', '/organizations']));
    const limited = await searched({ q: 'ehr', within: '99 CFR Part 7' });
    expect(linksOf(limited)).toContain('/search?q=ehr');
  });

  test('a misspelled name: the right one is a link', async () => {
    const markup = await searched({ q: 'interoperabilty' });
    expect(textOf(markup)).toContain('Did you mean Interoperability');
    expect(linksOf(markup)).toContain('/search?q=Interoperability');
  });

  test('what is hostile is text, in questions and in results', async () => {
    for (const q of [SCRIPT, 'alert', '"><b>', '* OR 1=1 // {} ~ ^']) {
      const markup = await searched({ q });
      expect([...markup.matchAll(/<script[^>]*>/g)].map(([tag]) => tag)).toEqual([
        expect.stringMatching(/^<script type="module" src="\/pages\/main-\w+\.js">$/),
      ]);
      expect(markup).not.toMatch(/<img|<b>|onerror="/);
    }
  });

  test.each(['kinds=DRAGON', 'asOf=yesterday', 'within=somewhere', 'after=nowhere'])('%s is not valid', async (bad) => {
    const response = await get(site, `/search?q=ehr&${bad}`);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain(bad.split('=')[0]);
  });
});
