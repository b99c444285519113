/** The head of every page: its title, its sharing metadata, and its other formats. */
import { FIRST_FONTS } from '../assets/fonts.ts';
import { APPLE_TOUCH_ICON, FAVICON, FAVICON_SVG } from './icons.ts';
import { JsonBlock, queryAddress } from './json-block.tsx';
import type { PageContent } from './page.ts';
import { STYLESHEET_PATH } from './stylesheet.ts';

/** The name of the site, for page titles and for link previews. */
export const SITE_NAME = 'Glossograph';

const FEED = { type: 'application/atom+xml', href: '/changes.atom', title: 'Changes in the law' };

/** The color of the paper in each theme, as `tokens.css` has it: browsers color their own bars with it. */
const PAPER = { light: '#fdfcfa', dark: '#14171a' } as const;

/**
 * @param canonical the canonical address; absolute only if the server knows its own address
 * @param script the address of the pages' script
 */
export function Head({
  page,
  canonical,
  script,
}: {
  page: PageContent;
  canonical: string | undefined;
  script: string;
}) {
  const { title, description, jsonLd, asked, looks, alternates = [], isIndexed = canonical !== undefined } = page;
  const hasFeed = looks === 'front' || page.area === 'changes';
  const isFed = alternates.some(({ type }) => type === FEED.type);
  const others = hasFeed && !isFed ? [...alternates, FEED] : alternates;
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" media="(prefers-color-scheme: light)" content={PAPER.light} />
      <meta name="theme-color" media="(prefers-color-scheme: dark)" content={PAPER.dark} />
      <title>{title.startsWith(SITE_NAME) ? title : `${title} · ${SITE_NAME}`}</title>
      {description && <meta name="description" content={description} />}
      {!isIndexed && <meta name="robots" content="noindex" />}
      {canonical !== undefined && <link rel="canonical" href={canonical} />}
      {canonical !== undefined && <Sharing page={page} canonical={canonical} />}
      {asked && <link rel="alternate" type="application/json" href={queryAddress(asked)} />}
      {others.map(({ type, href, title: name }) => (
        <link rel="alternate" type={type} href={href} title={name} />
      ))}
      {page.previous && <link rel="prev" href={page.previous} />}
      {page.next && <link rel="next" href={page.next} />}
      <link rel="icon" href={FAVICON} sizes="32x32" />
      <link rel="icon" href={FAVICON_SVG} type="image/svg+xml" />
      <link rel="apple-touch-icon" href={APPLE_TOUCH_ICON} />
      {FIRST_FONTS.map((href) => (
        <link rel="preload" as="font" type="font/woff2" href={href} crossorigin="anonymous" />
      ))}
      <link rel="stylesheet" href={STYLESHEET_PATH} />
      <script type="module" src={script} />
      {jsonLd && <JsonBlock type="application/ld+json" value={jsonLd} />}
      {looks === 'front' && canonical !== undefined && (
        <JsonBlock type="application/ld+json" value={website(canonical, description)} />
      )}
    </head>
  );
}

/** The Open Graph protocol (https://ogp.me): what messengers and networks show of a link. */
function Sharing({
  page: { title, description, looks = 'reading' },
  canonical,
}: {
  page: PageContent;
  canonical: string;
}) {
  return (
    <>
      <meta property="og:title" content={title} />
      {description && <meta property="og:description" content={description} />}
      <meta property="og:type" content={looks === 'reading' ? 'article' : 'website'} />
      {URL.canParse(canonical) && <meta property="og:url" content={canonical} />}
      <meta property="og:site_name" content={SITE_NAME} />
      <meta name="twitter:card" content="summary" />
    </>
  );
}

/** The site as a schema.org WebSite, with its search. */
const website = (address: string, description: string | null): object => ({
  '@context': 'https://schema.org',
  '@type': 'WebSite',
  name: SITE_NAME,
  url: address,
  ...(description && { description }),
  potentialAction: {
    '@type': 'SearchAction',
    target: { '@type': 'EntryPoint', urlTemplate: `${address}search?q={search_term_string}` },
    'query-input': 'required name=search_term_string',
  },
});
