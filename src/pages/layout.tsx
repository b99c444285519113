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

/** What the layout knows of the server and the request. */
export interface LayoutSettings {
  /** The canonical address. Pages without one are not indexed. */
  readonly canonical?: string;
  /** The address that was asked for, with its parameters, for prints. Pages about errors have none. */
  readonly address?: string;
  /** Whether /graphql shows GraphiQL to browsers. */
  readonly graphiql: boolean;
  /** The address of the script of the pages. */
  readonly script: string;
}

/** The pages in the header. */
const AREAS = PLACES.filter(({ area }) => area !== undefined);

/** A whole HTML document. */
export const documentOf = (page: PageContent, settings: LayoutSettings): string =>
  `<!doctype html>\n${render(<Document page={page} settings={settings} />)}`;

/** The header of a page without a layout of its own, such as the explorer. */
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
