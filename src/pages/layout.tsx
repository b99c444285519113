/** The layout that all pages share. */
import '../view/hidden-signs.ts';
import type { ComponentChildren } from 'preact';
import { render } from 'preact-render-to-string';
import { SmallSearch } from '../view/search-box.tsx';
import type { Asked } from './ask.ts';
import { Head, SITE_NAME } from './head.tsx';
import { queryAddress } from './json-block.tsx';
import type { PageContent, SiteArea } from './page.ts';
import { PLACES } from './places.ts';

/** The data about the server and the request that the layout needs. */
export interface LayoutSettings {
  /** The canonical address. Search engines do not index pages without one. */
  readonly canonical?: string;
  /** The requested address with its parameters, for printed pages. Error pages do not have one. */
  readonly address?: string;
  /** Whether browsers get GraphiQL at /graphql. */
  readonly graphiql: boolean;
  /** The address of the pages' script. */
  readonly script: string;
}

/** The pages in the header. */
const AREAS = PLACES.filter(({ area }) => area !== undefined);

/** A complete HTML document. */
export const documentOf = (page: PageContent, settings: LayoutSettings): string =>
  `<!doctype html>\n${render(<Document page={page} settings={settings} />)}`;

/** The header for a page that does not use this layout, such as the explorer. */
export const mastheadOf = (area: SiteArea): string => render(<Masthead area={area} hasOwnSearch={false} />);

function Document({ page, settings }: { page: PageContent; settings: LayoutSettings }) {
  const { title, what, heading, main, aside, crumbs, looks = 'reading', asked } = page;
  return (
    <html lang="en">
      <Head page={page} canonical={settings.canonical} script={settings.script} />
      <body class={`looks-${looks}`}>
        <a class="skip" href="#main">
          Skip to the text
        </a>
        <Masthead area={page.area} searched={page.searched} hasOwnSearch={page.hasOwnSearch ?? looks === 'front'} />
        <div class="page">
          {settings.address !== undefined && <PrintHead address={settings.address}>{page.printed}</PrintHead>}
          {page.before}
          <main id="main">
            {crumbs}
            {what && <p class="what">{what}</p>}
            <h1>{heading ?? title}</h1>
            {main}
          </main>
          {aside && <aside aria-label={page.asideName ?? 'At a glance'}>{aside}</aside>}
        </div>
        <footer class="colophon">
          {asked && <MadeBy asked={asked} graphiql={settings.graphiql} />}
          <p class="muted">{SITE_NAME} explains the law but does not provide legal advice.</p>
        </footer>
      </body>
    </html>
  );
}

/** What a print begins with. Screens do not show it. */
const PrintHead = ({ address, children }: { address: string; children: ComponentChildren }) => (
  <div class="print-head" aria-hidden="true">
    <p>{address}</p>
    {children && <p>{children}</p>}
  </div>
);

function Masthead({
  area,
  searched,
  hasOwnSearch,
}: {
  area?: SiteArea | undefined;
  searched?: string | undefined;
  hasOwnSearch: boolean;
}) {
  return (
    <header class="masthead">
      <a class="name" href="/">
        {SITE_NAME}
      </a>
      {!hasOwnSearch && <SmallSearch words={searched} />}
      <nav aria-label={SITE_NAME}>
        {AREAS.map(({ area: one, path, name }) => (
          <a href={path} aria-current={one === area ? 'true' : undefined}>
            {name}
          </a>
        ))}
      </nav>
    </header>
  );
}

function MadeBy({ asked, graphiql }: { asked: Asked; graphiql: boolean }) {
  return (
    <details class="query">
      <summary>The query behind this page</summary>
      <p>
        <a href={queryAddress(asked)}>{graphiql ? 'Open the query in GraphiQL' : 'View the response as JSON'}</a>
      </p>
      <section class="code" tabIndex={0} aria-label="Query">
        <pre>
          <code>{asked.text}</code>
        </pre>
      </section>
      <section class="code" tabIndex={0} aria-label="Variables">
        <pre>
          <code>{JSON.stringify(asked.variables, null, 2)}</code>
        </pre>
      </section>
    </details>
  );
}
