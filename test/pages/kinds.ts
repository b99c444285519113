/** What the page of each kind has. */
import { describe, expect, test } from 'vitest';
import { today } from '../../src/model/day.ts';
import { ask } from '../setup/ask.ts';
import { TURNED } from './fixture.ts';
import { get, jsonLdOf, lawOf, lettersOf, linksOf, page, type Site, textOf } from './site.ts';

/** Registers the tests. */
export function testKinds(site: Site): void {
  describe('the page of a term', () => {
    test('shows a right-to-left override in a name, and keeps the name exact in data', async () => {
      const markup = await page(site, '/term/turned');
      const sign = '<span class="hidden-sign" title="Right-to-left override">⟨U+202E⟩</span>';
      expect(markup).toContain(`<h1>EMR${sign}fdp</h1>`);
      expect(markup).toContain('<title>EMR⟨U+202E⟩fdp · Glossograph</title>');
      expect(markup).toContain('<meta name="description" content="EMR⟨U+202E⟩fdp"/>');
      expect(markup.replace(/<script[\s\S]*?<\/script>/g, '')).not.toContain('\u202e');
      expect(jsonLdOf(markup)).toMatchObject({ name: TURNED });
      expect((await ask(site.graph(), '{ term(slug: "turned") { name } }')).term.name).toBe(TURNED);
      expect(markup).toMatch(/<text [^>]*>EMR⟨U\+202E⟩fdp<\/text>/);
    });

    test('describes a term without the escapes of CommonMark', async () => {
      expect(jsonLdOf(await page(site, '/term/escaped')).description).toBe('A *kite_1*.');
    });

    test('has everything that the graph knows about it', async () => {
      const text = textOf(await page(site, '/term/emr-vs-ehr'));
      const { term } = await ask(
        site.graph(),
        `{ term(slug: "emr-vs-ehr") { name shortDefinition aliases { name } sections { heading }
        definitions { text regulation { citation } } mentionedIn { totalCount }
        relatedTerms(first: 24) { edges { node { name } } } standards { label } statutes { name } } }`,
      );
      const said = [
        ...[
          term.name,
          term.shortDefinition,
          'Key takeaways',
          'Last reviewed',
          'Also known as',
          'Sources',
          'Neighborhood',
        ],
        ...term.aliases.map((alias: { name: string }) => alias.name),
        ...term.sections.map((section: { heading: string }) => section.heading),
        ...term.definitions.map((definition: { text: string }) => definition.text),
        ...term.relatedTerms.edges.map(({ node }: { node: { name: string } }) => node.name),
        ...[...term.standards, ...term.statutes].map((one: { label?: string; name?: string }) => one.label ?? one.name),
        ...[
          '§ 170.102',
          '§ 171.302',
          `Mentioned in the law ${term.mentionedIn.totalCount}`,
          'HealthIT.gov, EMR vs EHR',
        ],
      ];
      for (const words of said) expect(text).toContain(words);
      expect(text).not.toContain('**');
    });

    test('links terms in its prose to their pages and to the cards with their meanings', async () => {
      const markup = await page(site, '/term/emr-vs-ehr');
      const { term } = await ask(
        site.graph(),
        `{ term(slug: "emr-vs-ehr") { relations(first: 100, types: [MENTIONS], direction: OUT) { edges {
          node { id } evidence { quote start verified } } } } }`,
      );
      type Place = { quote: string | null; start: number | null; verified: boolean };
      type Edge = { node: { id: string }; evidence: Place[] };
      const places = (term.relations.edges as Edge[])
        .flatMap(({ node, evidence }) => evidence.map((place) => ({ ...place, slug: node.id.replace('Term:', '') })))
        .filter(({ start, verified }) => start !== null && verified)
        .sort((a, b) => Number(a.start) - Number(b.start));
      expect(places.length).toBeGreaterThan(5);
      const sections =
        /<section[^>]*aria-labelledby="section-0"[\s\S]*?(?=<section[^>]*aria-labelledby="(?:law|mentioned)")/.exec(
          markup,
        )?.[0];
      const links = [
        ...(sections ?? '').matchAll(/<a class="term" href="\/term\/([^"]+)" data-card="card-\1">([^<]*)<\/a>/g),
      ];
      for (const [, slug] of links) expect(markup.split(`<div id="card-${slug}" class="card">`)).toHaveLength(2);
      expect(links.map(([, slug, words]) => [slug, words])).toEqual(places.map(({ slug, quote }) => [slug, quote]));
    });

    test('shows the legal definitions and their days if the term is known from the law only', async () => {
      const text = textOf(await page(site, '/term/kite'));
      expect(text).toContain('Kite means a thing that flies on a string.');
      expect(text).toContain('applies to 99 CFR Part 7');
      expect(text).toContain('first seen on January 3, 2026');
    });
  });

  describe('the page of a provision', () => {
    test('has its text word for word, with paragraphs and links', async () => {
      const markup = await page(site, '/regulation/99-CFR-7.1');
      const { regulation } = await ask(
        site.graph(),
        '{ regulation(citation: "99 CFR 7.1") { fullText passages { id } } }',
      );
      const law = lawOf(markup);
      expect(lettersOf(law)).toBe(regulation.fullText.replace(/\s/g, ''));
      expect(linksOf(law)).toEqual(
        expect.arrayContaining(
          regulation.passages
            .slice(1)
            .map(({ id }: { id: string }) => `/${encodeURI(id.replace('Regulation:', 'regulation/'))}`),
        ),
      );
      expect(law).toContain('<i>Kite</i>');
      expect(law).toMatch(/<li id="p-Electronic-kite-record-2"[\s\S]*?<li id="p-Electronic-kite-record-2-i"/);
      expect(law).toMatch(/<a class="cite short" href="\/regulation\/99-CFR-7.2">§ 7.2<\/a>/);
      expect(law).toContain('<a class="term" href="/term/keeper"');
      expect(textOf(markup)).toContain('A note beside the law.');
    });

    test('has breadcrumbs, a neighborhood, and what it cites and defines', async () => {
      const markup = await page(site, '/regulation/45-CFR-171.103');
      const text = textOf(markup);
      for (const words of [
        'Information blocking',
        'Exceptions',
        '§ 171.203',
        'Defines',
        'The official text has not been imported.',
        'Written by Glossograph; not official text.',
      ]) {
        expect(text).toContain(words);
      }
      const links = linksOf(markup);
      for (const path of [
        '/regulation/45-CFR-171',
        '/regulation/45-CFR-171-Subpart-A',
        '/regulation/45-CFR-171.102',
        '/term/information-blocking',
      ]) {
        expect(links).toContain(path);
      }
      expect(markup).toMatch(/<a rel="prev" href="\/regulation\/45-CFR-171.102">/);
      expect(textOf(await page(site, '/regulation/45-CFR-170.213'))).toMatch(/USCDI v3 .*since March 11, 2024/);
    });

    test('shows the text of a day, and links the other versions', async () => {
      const then = await page(site, '/regulation/99-CFR-7.2?asOf=2021-01-01');
      expect(textOf(then)).toContain('This is the text as of January 1, 2021');
      expect(textOf(then)).toContain('(1) Of one keeper; or');
      expect(linksOf(then)).toContain('/regulation/99-CFR-7-Subpart-A?asOf=2021-01-01');
      expect(jsonLdOf(then).legislationDateVersion).toBe('2021-01-01');
      expect(linksOf(then)).toContain('/regulation/99-CFR-7.2');
      const day = today();
      const now = await page(site, '/regulation/99-CFR-7.2');
      expect(textOf(now)).not.toContain('(1) Of one keeper; or');
      expect(linksOf(now)).toContain('/regulation/99-CFR-7.2?asOf=2020-05-01');
      expect([day, today()]).toContain(jsonLdOf(now).legislationDateVersion);
    });

    test.each([
      ['/regulation/171.203', '/regulation/45-CFR-171.203'],
      ['/regulation/45%20C.F.R.%20%C2%A7%20171.203(a)', '/regulation/45-CFR-171.203(a)'],
      ['/regulation/45-cfr-part-171', '/regulation/45-CFR-171'],
      ['/regulation/45-CFR-171-subpart-b/?asOf=2026-01-01', '/regulation/45-CFR-171-Subpart-B?asOf=2026-01-01'],
      ['/regulation/99-CFR-7.10%28a%29', '/regulation/99-CFR-7.10(a)'],
      ['/term/EMR-vs-EHR', '/term/emr-vs-ehr'],
      ['/standard/uscdi/v3/', '/standard/uscdi/v3'],
    ])('%s is at %s for good', async (odd, home) => {
      const response = await get(site, odd);
      expect([response.status, response.headers.get('location')]).toEqual([308, home]);
    });
  });

  describe('the page of a standard', () => {
    test('has its facts, its parts and its relations', async () => {
      const markup = await page(site, '/standard/uscdi/v3');
      const text = textOf(markup);
      for (const words of [
        'USCDI v3',
        'Adopted by the law',
        '§ 170.213(b)',
        'since March 11, 2024',
        'Contents',
        'Previous version',
        'Next version',
        'uscdi/v3',
      ]) {
        expect(text).toContain(words);
      }
      for (const path of [
        '/standard/uscdi',
        '/standard/uscdi/v2',
        '/standard/uscdi/v4',
        '/regulation/45-CFR-170.213(b)',
      ]) {
        expect(linksOf(markup)).toContain(path);
      }
    });

    test('pages through its parts, each part once', async () => {
      const seen: string[] = [];
      let path: string | undefined = '/standard/large';
      for (let pages = 0; path !== undefined && pages < 5; pages += 1) {
        const markup = await page(site, path.replace('#elements', ''));
        const contents = /<table class="elements">[\s\S]*?<\/table>/.exec(markup)?.[0] ?? '';
        seen.push(...linksOf(contents));
        path = /<a rel="next" href="([^"]*)"/.exec(markup)?.[1];
      }
      expect(seen).toEqual(Array.from({ length: 120 }, (_, i) => `/standard/large/${String(i).padStart(3, '0')}`));
    });
  });

  test('redirects an alias to its entity, and lists the entities if there are several', async () => {
    const response = await get(site, '/alias/emr-ehr-distinction');
    expect([response.status, response.headers.get('location')]).toEqual([302, '/term/emr-vs-ehr']);
    const links = linksOf(await page(site, '/alias/rfc-6749'));
    expect(links).toEqual(expect.arrayContaining(['/term/oauth-2-0', '/standard/oauth-2.0']));
  });
}
