/** The front door, the indexes, how pages are shared, and the page for unknown addresses. */
import { describe, expect, test } from 'vitest';
import { calmHeading } from '../../src/view/heading.ts';
import { ask } from '../setup/ask.ts';
import { testGraph } from '../setup/test-graph.ts';
import { fillPages, SCRIPT } from './fixture.ts';
import { servedSite } from './served.ts';
import { get, linksOf, page, textOf } from './site.ts';

const HOME = 'https://glossary.example';
const { graph, driver, fill } = testGraph();
fill(() => fillPages(driver()));

const site = servedSite(graph, { PUBLIC_URL: HOME });

const INDEXES = ['/terms', '/regulations', '/rules', '/organizations', '/statutes', '/vocabularies'];
/** Terms that an index lists, in its order. */
const listed = (markup: string) =>
  [...markup.matchAll(/<dt><a href="\/term\/[^"]*">(.*?)<\/a>/g)].map(([, name]) => textOf(name ?? ''));
const metaOf = (markup: string, name: string) =>
  new RegExp(`<meta (?:property|name)="${name}" content="([^"]*)"`).exec(markup)?.[1];

describe('the front door', () => {
  test('has one search, and ways to terms, law, standards, and changes', async () => {
    const markup = await page(site, '/');
    expect(markup.match(/<input /g)?.length).toBe(1);
    expect(markup).toContain('<form class="front-search" action="/search" method="get">');
    const links = linksOf(markup);
    for (const way of [
      ...['/terms?letter=A', '/regulation/45-CFR-171', '/standard/us-core', '/regulations', '/adopted'],
      ...['/graphql', '/changes.atom', '/search?q=What+is+information+blocking%3F'],
    ])
      expect(links).toContain(way);
  });

  test('describes its search for engines', async () => {
    const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(await page(site, '/')) ?? [];
    expect(JSON.parse(json)).toMatchObject({
      '@type': 'WebSite',
      url: `${HOME}/`,
      potentialAction: { target: { urlTemplate: `${HOME}/search?q={search_term_string}` } },
    });
  });

  test('sends addresses of the explorer on', async () => {
    const response = await get(site, '/?of=Term:ehr');
    expect([response.status, response.headers.get('location')]).toEqual([308, '/explore?of=Term%3Aehr']);
  });
});

describe('the index of terms', () => {
  test('has every term of ours and of the law once, page by page', async () => {
    const all: string[] = [];
    for (let path: string | undefined = '/terms'; path !== undefined; ) {
      const markup: string = await page(site, path);
      all.push(...listed(markup));
      path = linksOf(markup).find((href) => href.includes('after='));
    }
    const { terms } = await ask(graph(), '{ terms(vocabularies: ["glossograph", "law"]) { totalCount } }');
    expect(all.length).toBe(terms.totalCount);
    expect(new Set(all).size).toBe(all.length);
    expect(textOf(await page(site, '/terms'))).toContain(`${terms.totalCount} terms`);
  });

  test('turns back to where it was', async () => {
    const first = await page(site, '/terms');
    const next = linksOf(first).find((href) => href.includes('after=')) ?? '';
    const previous = linksOf(await page(site, next)).find((href) => href.includes('before=')) ?? '';
    expect(listed(await page(site, previous))).toEqual(listed(first));
  });

  test('has a list for each letter, one for digits, and one for each category', async () => {
    const letter = listed(await page(site, '/terms?letter=e'));
    expect(letter.length).toBeGreaterThan(3);
    expect(letter.filter((name) => !/^e/i.test(name))).toEqual([]);
    const digits = listed(await page(site, '/terms?letter=%23'));
    expect(digits).toContain('21st Century Cures Act');
    expect(digits.filter((name) => /^[a-z]/i.test(name))).toEqual([]);
    expect(textOf(await page(site, '/terms?category=Records'))).toContain('Terms about records');
  });

  test('says what is wrong with an address', async () => {
    for (const wrong of ['letter=AB', 'after=x&before=y', 'after=nothing']) {
      const response = await get(site, `/terms?${wrong}`);
      expect([wrong, response.status]).toEqual([wrong, 400]);
    }
  });

  test('keeps hostile words text', async () => {
    const markup = await page(site, `/terms?category=${encodeURIComponent(SCRIPT)}`);
    expect(markup).not.toContain('<script>alert');
    expect(textOf(markup)).toContain(SCRIPT.toLowerCase());
  });
});

describe('indexes', () => {
  test.each(INDEXES)('%s says how many there are, and is described', async (path) => {
    const markup = await page(site, path);
    expect(textOf(markup)).toMatch(/\d+ [a-z]+/);
    expect(metaOf(markup, 'description')).toMatch(/\d/);
    expect(markup).toContain(`<link rel="canonical" href="${HOME}${path}">`.replace('">', '"/>'));
  });

  test('the contents of the law has every part and section that is in force', async () => {
    const links = new Set(linksOf(await page(site, '/regulations')));
    expect(links).toContain('/regulation/45-CFR-171');
    expect(links).toContain('/regulation/45-CFR-171.103');
    expect(links).toContain('/regulation/99-CFR-7.1');
  });

  test('rules come newest first', async () => {
    const text = textOf(await page(site, '/rules'));
    const years = [...text.matchAll(/Published [A-Z][a-z]+ \d+, (\d{4})/g)].map(([, year]) => Number(year));
    expect(years.length).toBeGreaterThan(5);
    expect(years).toEqual([...years].sort((a, b) => b - a));
    expect((await get(site, '/rules?stage=other')).status).toBe(400);
  });

  test('a heading in capitals is written calmly', () => {
    expect(calmHeading('HEALTH IT AND THE HIPAA RULES')).toBe('Health IT and the HIPAA Rules');
    expect(calmHeading('Information Blocking')).toBe('Information Blocking');
  });
});

describe('sharing', () => {
  test('pages have the properties of the Open Graph protocol', async () => {
    const markup = await page(site, '/organization/onc');
    expect(metaOf(markup, 'og:url')).toBe(`${HOME}/organization/onc`);
    expect(metaOf(markup, 'og:site_name')).toBe('Glossograph');
    expect(markup).toContain(`<title>${metaOf(markup, 'og:title')} · Glossograph</title>`);
    expect(metaOf(markup, 'og:description')).toBe(metaOf(markup, 'description'));
  });

  test.each([
    ['/favicon.svg', 'image/svg+xml', '<svg'],
    ['/favicon.ico', 'image/vnd.microsoft.icon', '\0\0\x01\0'],
    ['/apple-touch-icon.png', 'image/png', '\x89PNG'],
  ])('%s is an icon that browsers keep', async (path, type, start) => {
    const response = await get(site, path);
    expect([response.headers.get('content-type'), response.headers.get('cache-control')]).toEqual([
      type,
      'public, max-age=604800',
    ]);
    expect(
      Buffer.from(await response.arrayBuffer())
        .toString('latin1')
        .startsWith(start),
    ).toBe(true);
  });

  test('/llms.txt leads to pages that are there', async () => {
    const text = await (await get(site, '/llms.txt')).text();
    const links = [...text.matchAll(/\]\((.*?)\)/g)].map(([, address]) => address ?? '');
    expect(links.filter((address) => !address.startsWith(`${HOME}/`))).toEqual([]);
    const pages = links.filter(
      (address) => /^https:\/\/[^/]*\/[a-z]+$/.test(address) && !/graphql|explore/.test(address),
    );
    expect(pages.length).toBeGreaterThan(7);
    for (const address of pages) {
      expect([address, (await get(site, address.slice(HOME.length))).status]).toEqual([address, 200]);
    }
  });
});

describe('an unknown address', () => {
  test('is a page with a search for browsers, and JSON for others', async () => {
    const browser = await get(site, '/information-blocking.html', { headers: { accept: 'text/html' } });
    const markup = await browser.text();
    expect([browser.status, browser.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
    expect(browser.headers.get('vary')).toMatch(/\bAccept\b/);
    expect(markup).toContain('value="information blocking"');
    expect(markup).toContain('<meta name="robots" content="noindex"/>');
    expect(linksOf(markup)).toEqual(expect.arrayContaining(['/terms', '/regulations']));
    const other = await get(site, '/information-blocking.html');
    expect([other.status, other.headers.get('content-type')]).toEqual([404, 'application/json; charset=utf-8']);
    expect(other.headers.get('vary')).toMatch(/\bAccept\b/);
  });
});
