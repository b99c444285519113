/** The layout that all pages share. */
import type { Asked } from './ask.ts';
import { type Content, type Html, html, jsonBlock } from './html.ts';
import { STYLESHEET_PATH } from './stylesheet.ts';

/** What the layout takes. Error pages have only the required fields. */
export interface LayoutContent {
  readonly title: string;
  readonly heading?: Html;
  /** The kind of the thing, in a word or two. */
  readonly what: string;
  readonly description?: string | null;
  readonly crumbs?: Html | undefined;
  readonly main: Html;
  readonly aside?: Html;
  /** The canonical address. Pages without one are not indexed. */
  readonly canonical?: string;
  readonly jsonLd?: object;
  readonly asked?: Asked;
  /** Whether /graphql shows GraphiQL to browsers. */
  readonly graphiql: boolean;
}

const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cpath d='M4 12L8 4l5 6' fill='none' stroke='%2310627f'/%3E%3Cg fill='%2310627f'%3E%3Ccircle cx='4' cy='12' r='2.5'/%3E%3Ccircle cx='8' cy='4' r='2.5'/%3E%3Ccircle cx='13' cy='10' r='2.5'/%3E%3C/g%3E%3C/svg%3E";

/** A whole HTML document. */
export function layout(page: LayoutContent): Html {
  const { title, what, description, main, aside, canonical, jsonLd, asked, graphiql } = page;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · Glossograph</title>
${description ? html`<meta name="description" content="${description}">` : null}
${canonical === undefined ? html`<meta name="robots" content="noindex">` : html`<link rel="canonical" href="${canonical}">`}
${asked && html`<link rel="alternate" type="application/json" href="${queryAddress(asked)}">`}
<link rel="icon" href="${ICON}">
<link rel="stylesheet" href="${STYLESHEET_PATH}">
${jsonLd && jsonBlock('application/ld+json', jsonLd)}
</head>
<body>
<a class="skip" href="#main">Skip to the text</a>
<header class="masthead"><a class="name" href="/">Glossograph</a> <nav aria-label="Glossograph"><a href="/">Explorer</a>${
    graphiql ? html` <a href="/graphql">GraphiQL</a>` : null
  }</nav></header>
<div class="page">
<main id="main">
${page.crumbs}
<p class="what">${what}</p>
<h1>${page.heading ?? title}</h1>
${main}
</main>
${aside && html`<aside aria-label="At a glance">${aside}</aside>`}
</div>
<footer class="colophon">${asked && madeBy(asked, graphiql)}
<p class="muted">Glossograph explains the law but does not provide legal advice.</p></footer>
</body>
</html>
`;
}

/** The address of the query's JSON response; browsers get GraphiQL with the query in it. */
function queryAddress({ text, variables }: Asked): string {
  return `/graphql?${new URLSearchParams({ query: text, variables: JSON.stringify(variables) })}`;
}

function madeBy(asked: Asked, graphiql: boolean): Content {
  return html`<details class="query"><summary>The query behind this page</summary>
<p><a href="${queryAddress(asked)}">${graphiql ? 'Open the query in GraphiQL' : 'View the response as JSON'}</a></p>
<pre tabindex="0" aria-label="Query"><code>${asked.text}</code></pre>
<pre tabindex="0" aria-label="Variables"><code>${JSON.stringify(asked.variables, null, 2)}</code></pre></details>`;
}
