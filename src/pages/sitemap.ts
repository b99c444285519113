/**
 * /robots.txt and the sitemap for search engines, according to sitemaps.org: an index at /sitemap.xml, and lists of
 * addresses under /sitemap/. The protocol requires absolute addresses, so the sitemap exists only if PUBLIC_URL is set.
 */
import neo4j from 'neo4j-driver';
import { sitemap } from '../../cypher/sitemap/index.ts';
import type { Config } from '../config.ts';
import { xmlText } from '../export/xml.ts';
import type { Graph } from '../graph/connect.ts';
import { coded } from '../graph/errors.ts';
import { pathOf, type Route } from '../http/route.ts';
import type { KindDescriptor } from '../model/kinds/descriptor.ts';
import { KINDS } from '../model/kinds/index.ts';
import { addressOf } from '../view/address.ts';
import { PLACES } from './places.ts';

const LISTED = listed(KINDS);
const { text: COUNTS } = sitemap.counts(LISTED);
/** Addresses in one list. The protocol allows 50,000 addresses and 50 MB. */
const PAGE = 10_000;

const ROBOTS = '/robots.txt';
const PATH = /^\/(?:sitemap\.xml|sitemap\/([a-z]+)-(\d{1,6})\.xml)$/;
/** The list of the site's own pages. */
const SITE = '/sitemap/site-1.xml';
const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** The routes of robots.txt, the index and the lists. */
export function sitemapRoute({ graph, config: { PUBLIC_URL } }: { graph: Graph; config: Config }): Route {
  return {
    kind: 'file',
    matches: (path) => path === ROBOTS || (PUBLIC_URL !== undefined && PATH.test(path)),
    async answer(request, response, bounds) {
      const path = pathOf(request);
      const [, segment, number] = PATH.exec(path) ?? [];
      const send = (type: string, body: string) =>
        void response
          .writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'public, max-age=3600' })
          .end(body);
      if (path === ROBOTS) return send('text/plain', robots(PUBLIC_URL));
      if (path === SITE) {
        const own = ['/', ...PLACES.map((place) => place.path)];
        return send(
          'application/xml',
          document(
            'urlset',
            own.map((one) => location('url', `${PUBLIC_URL}${one}`)),
          ),
        );
      }
      if (segment === undefined) {
        const [counts = {}] = await graph.read<Readonly<Record<string, number>>>(COUNTS, {}, bounds);
        return send('application/xml', sitemapIndex(PUBLIC_URL, counts));
      }
      const kind = LISTED.find(({ label }) => label.toLowerCase() === segment);
      if (kind === undefined) throw notThere(path);
      const [skip, limit] = [neo4j.int((Number(number) - 1) * PAGE), neo4j.int(PAGE)];
      const given = { prefix: `${kind.label}:`, skip, limit };
      const rows = Number(number) < 1 ? [] : await graph.read<{ id: string }>(sitemap.ids.text, { given }, bounds);
      if (rows.length === 0) throw notThere(path);
      const entries = rows.map(({ id }) => location('url', `${PUBLIC_URL}${addressOf(id)}`));
      send('application/xml', document('urlset', entries));
    },
  };
}

const notThere = (path: string) => coded('NOT_FOUND', `${path}: must be a sitemap that /sitemap.xml lists`);

/** Robots may read pages, but not query the API. */
const robots = (base: string | undefined): string =>
  `User-agent: *\nDisallow: /graphql\nDisallow: /graph/\n${base === undefined ? '' : `\nSitemap: ${base}/sitemap.xml\n`}`;

function listed(kinds: readonly KindDescriptor[]): readonly KindDescriptor[] {
  return kinds.filter(({ inSitemap }) => inSitemap);
}

/**
 * The index of the sitemap: a list of the site's own pages, followed by as many lists for each kind as its pages need.
 */
export function sitemapIndex(
  base: string | undefined,
  counts: Readonly<Record<string, number>>,
  kinds: readonly KindDescriptor[] = KINDS,
): string {
  const lists = listed(kinds).flatMap(({ kind, label }) =>
    Array.from({ length: Math.ceil((counts[kind] ?? 0) / PAGE) }, (_, i) =>
      location('sitemap', `${base}/sitemap/${label.toLowerCase()}-${i + 1}.xml`),
    ),
  );
  return document('sitemapindex', [location('sitemap', `${base}${SITE}`), ...lists]);
}

const location = (element: 'url' | 'sitemap', address: string): string =>
  `<${element}><loc>${xmlText(address)}</loc></${element}>`;

const document = (root: 'urlset' | 'sitemapindex', entries: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="${NAMESPACE}">\n${entries.join('\n')}\n</${root}>\n`;
