/** What holds for every page. */
import { type GraphQLError, parse, validate } from 'graphql';
import jsonld from 'jsonld';
import { describe, expect, test } from 'vitest';
import { schema } from '../../schema/index.ts';
import { serveGraph } from '../setup/server.ts';
import { rounds, sampleOf } from '../setup/thorough.ts';
import { get, jsonLdOf, linksOf, PAGES, page, queryOf, type Site } from './site.ts';

/** The same page at an address of which the server has kept nothing: no page reads the parameter. */
const anew = (path: string) => `${path}${path.includes('?') ? '&' : '?'}anew=${Math.random()}`;

/** Registers the tests. */
export function testEvery(site: Site): void {
  describe('every page', () => {
    test.each(PAGES)(
      '%s: its query is shown, is small enough for the API, gives what the page was made from, and is few statements',
      async (path) => {
        const before = site.statements();
        const markup = await page(site, anew(path));
        const used = site.statements() - before;
        const { text, variables } = queryOf(markup);
        expect(validate(schema, parse(text))).toEqual([]);
        const [operation] = parse(text).definitions;
        const fields = operation?.kind === 'OperationDefinition' ? operation.selectionSet.selections.length : 0;
        expect(fields).toBeGreaterThan(0);
        // One more asks which of the provisions that a term's text cites are there.
        expect([fields, fields + (path.startsWith('/term/') ? 1 : 0)]).toContain(used);
        expect(used).toBeLessThanOrEqual(4);
        const [link = ''] = linksOf(markup).filter((href) => href.startsWith('/graphql?'));
        const answer = (await (await get(site, link, { headers: { accept: 'application/json' } })).json()) as {
          data?: object;
          errors?: GraphQLError[];
        };
        expect(answer.errors).toBeUndefined();
        expect(answer.data).toBeDefined();
        expect(new URLSearchParams(link.slice('/graphql?'.length)).get('variables')).toBe(JSON.stringify(variables));
        const inBrowser = await get(site, link, { headers: { accept: 'text/html' } });
        expect(inBrowser.headers.get('content-type')).toContain('text/html');
      },
    );

    test.each(PAGES)('%s: its JSON-LD is schema.org', async (path) => {
      const found = jsonLdOf(await page(site, path));
      expect(found['@context']).toBe('https://schema.org');
      const documentLoader = async () => ({
        document: { '@context': { '@vocab': 'https://schema.org/' } },
        documentUrl: '',
        contextUrl: undefined,
      });
      const [expanded] = (await jsonld.expand(
        found as jsonld.JsonLdDocument,
        { documentLoader, safe: true } as object,
      )) as Record<string, unknown>[];
      expect(expanded?.['@id']).toMatch(/^urn:glossograph:/);
      expect(expanded?.['@type']).toEqual([
        expect.stringMatching(/^https:\/\/schema\.org\/(DefinedTerm|Legislation|CreativeWork|Organization|Thing)$/),
      ]);
      expect(Object.keys(expanded ?? {}).length).toBeGreaterThan(2);
    });

    test.each([
      ...PAGES,
      '/',
      '/regulations',
      '/adopted?on=2026-06-01',
      '/changes',
      '/adopted?on=2026-06-01&format=csv',
    ])('%s: is made once and then kept, with the same bytes and headers, until the data changes', async (path) => {
      const made = await get(site, anew(path));
      const first = await get(site, path);
      const before = site.statements();
      const again = await get(site, path);
      expect(site.statements() - before).toBe(0);
      const [remade, expected, kept] = await Promise.all(
        [made, first, again].map(async (response) => ({
          status: response.status,
          headers: [...response.headers].filter(([name]) => !['date', 'x-request-id'].includes(name)),
          body: await response.text(),
        })),
      );
      expect(kept).toEqual(expected);
      // A page that is made anew has an address of its own, which its print begins with.
      const withoutAddress = (body = '') => body.replace(/(<div class="print-head"[^>]*><p>)[^<]*/, '$1');
      expect(withoutAddress(remade?.body)).toBe(withoutAddress(expected?.body));
    });

    test('has the same bytes each time, and is not sent again to a client that has it', async () => {
      const first = await get(site, '/term/ehr');
      const etag = first.headers.get('etag') ?? '';
      expect(etag).toMatch(/^W\/"[\w-]{22}"$/);
      expect(first.headers.get('cache-control')).toBe('no-cache');
      expect(first.headers.get('link')).toBe('</term/ehr>; rel="canonical"');
      expect(first.headers.get('content-security-policy')).toContain("default-src 'none'");
      const body = await first.text();
      const again = await get(site, '/term/ehr', { headers: { 'if-none-match': `"x", ${etag}` } });
      expect([again.status, await again.text()]).toEqual([304, '']);
      const head = await get(site, '/term/ehr', { method: 'HEAD' });
      expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, etag, '']);
      const [stylesheet = ''] = /\/pages\/\w+\.css/.exec(body) ?? [];
      const css = await get(site, stylesheet);
      expect([css.status, css.headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8']);
      expect(css.headers.get('cache-control')).toContain('immutable');
      expect((await get(site, stylesheet.replace(/\w+\.css/, 'other.css'))).status).toBe(404);
    });
  });

  test('links its query to the response if GraphiQL is off', async () => {
    const plain = await serveGraph(site.graph(), { GRAPHIQL: 'off', REQUEST_TIMEOUT_MS: '60000' });
    const markup = await (await fetch(`${plain.url}/term/ehr`)).text();
    expect(linksOf(markup)).not.toContain('/graphql');
    expect(markup).toContain('View the response as JSON');
    const [link = ''] = linksOf(markup).filter((href) => href.startsWith('/graphql?'));
    const answer = await fetch(plain.url + link, { headers: { accept: 'text/html,*/*' } });
    expect(await answer.json()).toMatchObject({ data: { term: { name: 'EHR' } } });
    await plain.stop();
  });

  test('from EMR vs EHR, the links within the site answer, two levels deep', async () => {
    const isPage = (href: string) => href.startsWith('/') && !/^\/($|\?|graphql)/.test(href);
    const seen = new Map<string, string>();
    const fetchAll = async (paths: string[]) => {
      const waiting = [...new Set(paths)].filter((path) => !seen.has(path));
      const work = async () => {
        for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
          const response = await fetch(site.url() + path);
          expect([path, response.status]).toEqual([path, 200]);
          seen.set(path, await response.text());
        }
      };
      await Promise.all(Array.from({ length: 6 }, work));
    };
    let paths = ['/term/emr-vs-ehr'];
    for (let level = 0; level <= 2; level += 1) {
      const before = new Set(seen.keys());
      await fetchAll(paths);
      paths = [...seen]
        .filter(([path]) => !before.has(path))
        .flatMap(([, markup]) => linksOf(markup).map((href) => href.replace(/#.*/, '')))
        .filter(isPage);
      if (level > 0) paths = sampleOf([...new Set(paths)].sort(), 5);
    }
    expect(seen.size).toBeGreaterThan(rounds(40, 100));
  }, 120_000);
}
