/** What readers of a term's page rely on, beside what test/pages/kinds.ts asks of every kind. */
import { beforeAll, describe, expect, test } from 'vitest';
import { formatCitation } from '../../src/model/citation.ts';
import { citationsIn, titlesNamed } from '../../src/prose/citations.ts';
import { apa, bibtex, plain } from '../../src/view/cite.tsx';
import { treeOf } from '../../src/view/definition.tsx';
import { ask } from '../setup/ask.ts';
import { testGraph } from '../setup/test-graph.ts';
import { fillPages } from './fixture.ts';
import { servedSite } from './served.ts';
import { decoded, get, linksOf, page, textOf } from './site.ts';

const { graph, driver, fill } = testGraph();
fill(() => fillPages(driver()));

const site = servedSite(graph, { PUBLIC_URL: 'https://terms.example' });

const matches = (markup: string, pattern: RegExp) => [...markup.matchAll(pattern)].map(([, found]) => found ?? '');
const mainOf = (markup: string) => /<main[\s\S]*<\/main>/.exec(markup)?.[0] ?? '';

describe('the page of a term', () => {
  let markup: string;
  beforeAll(async () => {
    markup = await page(site, '/term/information-blocking');
  });

  test('begins with the definition and the other names, then tells the rest in order', () => {
    const text = textOf(mainOf(markup));
    const parts = [
      'Information blocking is a practice by an actor',
      'Also known as',
      'Info blocking variant',
      'Not to be confused with',
      'Key takeaways',
      '"It takes intent to harm."',
      'Definitions in the law',
      'Related terms',
      'Sources',
      'Cite this page',
    ];
    // The contents name headings, too: the last place of each counts.
    const places = parts.map((part, i) => (i < 4 ? text.indexOf(part) : text.lastIndexOf(part)));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  test('has contents that lead to its sections', () => {
    const contents = matches(markup, /<nav class="contents[^>]*>([\s\S]*?)<\/nav>/g).map(linksOf);
    expect(contents).toHaveLength(2);
    expect(contents[0]).toEqual(contents[1]);
    expect(contents[0]?.length).toBeGreaterThan(5);
    for (const href of contents[0] ?? []) expect(markup).toContain(`<h2 id="${href.slice(1)}">`);
  });

  test('links the provisions that its text cites, if they are there', async () => {
    const cited = matches(mainOf(markup), /<a class="cite[^"]*" href="([^"]*)"/g);
    expect(cited).not.toEqual([]);
    for (const path of new Set(cited)) expect([path, (await get(site, decoded(path))).status]).toEqual([path, 200]);
  });

  test('leads from statements to sources, and back', () => {
    const marks = [...markup.matchAll(/<a href="#(source-\d+)" id="(claim-\d+-\d+)">\d+<\/a>/g)];
    expect(marks.length).toBeGreaterThan(3);
    for (const [, source, claim] of marks) {
      const [, item] = new RegExp(`<li id="${source}">([\\s\\S]*?)</li>`).exec(markup) ?? [];
      expect(linksOf(item ?? '')).toContain(`#${claim}`);
    }
  });

  test('says how each related term is related, each once, and leads to the rest', () => {
    const section = /<section aria-labelledby="related">[\s\S]*?<\/section>/.exec(markup)?.[0] ?? '';
    const cards = matches(section, /<dt>([\s\S]*?)<\/dt>/g).map(textOf);
    expect(cards.length).toBeLessThanOrEqual(12);
    for (const card of cards) expect(card).toMatch(/ (related|broader term|narrower term|often confused)$/);
    const links = linksOf(section);
    expect(links).toContain('/explore?of=Term%3Ainformation-blocking');
    expect(new Set(links).size).toBe(links.length);
  });

  test('can be cited by its canonical address and the day of its last review', () => {
    const [text = ''] = matches(markup, /<dt>Plain<\/dt><dd><span>([^<]*)<\/span>/g).map(decoded);
    expect(text).toMatch(
      /^“Information blocking\.” Glossograph, last reviewed \w+ \d+, \d{4}\. https:\/\/terms\.example\/term\/information-blocking$/,
    );
    const buttons = [...markup.matchAll(/<button type="button" class="copy" data-copy="([^"]*)"[^>]* hidden>/g)];
    expect(buttons.map(([, copied]) => decoded(copied ?? ''))).toContain(text);
    expect(buttons).toHaveLength(3);
  });

  test('lists the provisions that use it by part', () => {
    const section = /<section aria-labelledby="mentioned">[\s\S]*?<\/section>/.exec(markup)?.[0] ?? '';
    expect(matches(section, /<dt>([^<]*)<\/dt>/g)).toContain('45 CFR Part 171');
    expect(linksOf(section)).toContain('/search?q=Information+blocking&kinds=REGULATION');
  });

  test('a term that is known from the law only has its legal definition in previews of links', async () => {
    const kite = await page(site, '/term/kite');
    expect(decoded(/<meta name="description" content="([^"]*)"/.exec(kite)?.[1] ?? '')).toMatch(
      /^99 CFR 7\.\S+: .*Kite means a thing that flies on a string/,
    );
  });
});

test('from the first term of a vocabulary to the last, each leads to the next and back', async () => {
  type Named = { slug: string; previous: { slug: string } | null; next: { slug: string } | null };
  const names = async (after: string | null): Promise<Named[]> => {
    const { terms } = await ask(
      graph(),
      `query ($after: String) { terms(vocabularies: ["glossograph"], first: 100, after: $after) {
        edges { node { slug previous { slug } next { slug } } } pageInfo { hasNextPage endCursor } } }`,
      { after },
    );
    const here = terms.edges.map(({ node }: { node: Named }) => node);
    return terms.pageInfo.hasNextPage ? [...here, ...(await names(terms.pageInfo.endCursor))] : here;
  };
  const all = await names(null);
  expect(all.length).toBeGreaterThan(100);
  expect(all.map(({ next }) => next?.slug)).toEqual([...all.slice(1).map(({ slug }) => slug), undefined]);
  expect(all.map(({ previous }) => previous?.slug)).toEqual([undefined, ...all.slice(0, -1).map(({ slug }) => slug)]);
  const [first, second] = all;
  const markup = await page(site, `/term/${first?.slug}`);
  expect(markup).toContain(`<link rel="next" href="/term/${second?.slug}"`);
  expect(markup).toContain(`<a rel="next" href="/term/${second?.slug}">`);
});

describe('citations in prose', () => {
  const read = (text: string, texts = [text]) =>
    citationsIn(text, titlesNamed(texts, [])).map(({ start, end, citation }) => [
      text.slice(start, end),
      formatCitation(citation),
    ]);

  test('a title that the page names goes for the sections of the same part', () => {
    expect(read('Under § 171.203(a), see 45 CFR 171.201; § 318.2 is elsewhere.')).toEqual([
      ['§ 171.203(a)', '45 CFR 171.203(a)'],
      ['45 CFR 171.201', '45 CFR 171.201'],
    ]);
    expect(read('See § 2.11.', ['42 CFR Part 2', '45 CFR Part 2'])).toEqual([]);
  });

  test('members of lists and ends of ranges are citations of their own', () => {
    expect(read('§§ 170.401–170.407 and § 170.315(g)(7), (g)(9)', ['45 CFR Part 170'])).toEqual([
      ['§§ 170.401', '45 CFR 170.401'],
      ['170.407', '45 CFR 170.407'],
      ['§ 170.315(g)(7)', '45 CFR 170.315(g)(7)'],
      ['(g)(9)', '45 CFR 170.315(g)(9)'],
    ]);
  });
});

test('a chain of definitions is a tree: a reference belongs to the definition with its words', () => {
  const step = (targetCitation: string, quote: string, text: string | null) => ({
    ...{ role: 'DEFERS' as const, targetCitation, quote, regulation: null },
    definition: text === null ? null : { text },
  });
  const tree = treeOf({
    text: 'As in § 7.1 and § 7.2.',
    chain: [
      step('99 CFR 7.1', '§ 7.1', 'A thing, as in § 8.1.'),
      step('99 CFR 7.2', '§ 7.2', 'A kite.'),
      step('99 CFR 8.1', '§ 8.1', null),
    ],
  });
  expect(tree.map(({ targetCitation, steps }) => [targetCitation, steps.map((one) => one.targetCitation)])).toEqual([
    ['99 CFR 7.1', ['99 CFR 8.1']],
    ['99 CFR 7.2', []],
  ]);
});

test('citations of a page escape what means something in BibTeX, and say only what is known', () => {
  const cited = {
    title: 'R&D_{x}',
    from: 'NIST',
    address: 'https://a.example/term/r',
    reviewedOn: null,
    key: 'nist/r',
  };
  expect(plain(cited)).toBe('“R&D_{x}.” NIST, in Glossograph. https://a.example/term/r');
  expect(apa({ ...cited, reviewedOn: '2026-11-29' })).toBe(
    'R&D_{x}. (2026, November 29). In NIST, in Glossograph. https://a.example/term/r',
  );
  expect(bibtex(cited)).toContain('@misc{glossograph-nist-r,\n  title = {{R\\&D\\_\\{x\\}}},');
  expect(bibtex(cited)).not.toContain('year');
});
