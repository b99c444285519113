/** How search engines find every page. */
import { describe, expect, test } from 'vitest';
import { ask } from '../setup/ask.ts';
import { serveGraph } from '../setup/server.ts';
import { get, type Site } from './site.ts';

const HOME = 'https://glossary.example';
const PROTOCOL = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** Registers the tests. */
export function testSitemap(site: Site): void {
  describe('with PUBLIC_URL', () => {
    test('lists every page except aliases, once', async () => {
      const served = await serveGraph(site.graph(), { PUBLIC_URL: HOME, REQUEST_TIMEOUT_MS: '60000' });
      const fetched = async (address: string) => {
        expect(address.startsWith(HOME)).toBe(true);
        return fetch(address.replace(HOME, served.url));
      };
      const locations = async (address: string) => {
        const response = await fetched(address);
        const xml = await response.text();
        expect([response.status, response.headers.get('content-type')]).toEqual([
          200,
          'application/xml; charset=utf-8',
        ]);
        expect(xml).toContain(`xmlns="${PROTOCOL}"`);
        return [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, location]) => location ?? '');
      };
      const robots = await (await fetched(`${HOME}/robots.txt`)).text();
      const [, map = ''] = /^Sitemap: (.*)$/m.exec(robots) ?? [];
      const lists = await locations(map);
      const pages = (await Promise.all(lists.map(locations))).flat();
      const { meta } = await ask(site.graph(), '{ meta { entities { kind count } } }');
      const counts = (meta.entities as { kind: string; count: number }[]).filter(({ kind }) => kind !== 'ALIAS');
      const own = pages.filter((address) => !/^\/[a-z]+\/./.test(address.slice(HOME.length)));
      expect(own).toEqual(expect.arrayContaining([`${HOME}/`, `${HOME}/terms`, `${HOME}/regulations`]));
      expect(pages.length).toBe(own.length + counts.reduce((sum, { count }) => sum + count, 0));
      expect(new Set(pages).size).toBe(pages.length);
      for (const address of pages.filter((_, i) => i % 40 === 0)) {
        const response = await fetched(address);
        expect([address, response.status]).toEqual([address, 200]);
        expect(response.headers.get('link')).toBe(`<${address}>; rel="canonical"`);
        expect(await response.text()).toContain(`<link rel="canonical" href="${address}"/>`);
      }
      for (const none of [
        '/sitemap/term-2.xml',
        '/sitemap/term-0.xml',
        '/sitemap/alias-1.xml',
        '/sitemap/other-1.xml',
      ]) {
        expect([none, (await fetched(HOME + none)).status]).toEqual([none, 404]);
      }
      await served.stop();
    }, 60_000);
  });

  test('does not exist without PUBLIC_URL, but /robots.txt does, and does not name it', async () => {
    for (const path of ['/sitemap.xml', '/sitemap/term-1.xml', '/sitemap/site-1.xml'])
      expect((await get(site, path)).status).toBe(404);
    const robots = await get(site, '/robots.txt');
    expect([robots.status, await robots.text()]).toEqual([
      200,
      'User-agent: *\nDisallow: /graphql\nDisallow: /graph/\n',
    ]);
  });
}
