/**
 * /llms.txt: a description of the site for language models that look up information for a reader (https://llmstxt.org).
 */
import type { Config } from '../config.ts';
import { EXPORT_FORMATS } from '../export/formats.ts';
import type { Route } from '../http/route.ts';
import { KINDS } from '../model/kinds/index.ts';
import { addressOf } from '../view/address.ts';
import { PLACES } from './places.ts';

/** The route of /llms.txt. Addresses are absolute if PUBLIC_URL is set. */
export function llmsRoute({ PUBLIC_URL: base = '' }: Pick<Config, 'PUBLIC_URL'>): Route {
  const body = llms(base);
  return {
    kind: 'file',
    matches: (path) => path === '/llms.txt',
    answer: (_request, response) =>
      void response
        .writeHead(200, { 'content-type': 'text/markdown; charset=utf-8', 'cache-control': 'public, max-age=3600' })
        .end(body),
  };
}

const llms = (base: string): string => `# Glossograph

> A knowledge graph of health-IT vocabulary: terms, the regulations that define and use them, and the standards behind them.

People and programs may read these pages and use the API and the exports without an account. The API returns the
evidence for every relation. The pages explain the law; they do not give legal advice. State the source of an answer and the date for which it
holds, because definitions, texts, and adoptions change.

## Main pages

${PLACES.map(({ path, name, about }) => `- [${name}](${base}${path}): ${about}`).join('\n')}
- [Search](${base}/search?q=information+blocking): Search by citation, name, text, or question with the parameter \`q\`.

## One page for each entity

${KINDS.filter(({ inSitemap }) => inSitemap)
  .map(({ words, example, description }) => `- [${words.many}](${base}${addressOf(example)}): ${description}`)
  .join('\n')}

The page of a provision accepts the parameter \`asOf\`, as in ${base}/regulation/45-CFR-171.102?asOf=2024-01-01, and then shows the text as of that date, if the text is known.

## Data

- [GraphQL API](${base}/graphql): Every fact on the pages. Send a query as JSON in a POST request. The schema documents itself.
- [Changes as Atom](${base}/changes.atom), [as JSON Feed](${base}/changes.json): Changes in the law.
- Exports of the whole graph or, with the parameter \`of\`, of the neighborhood of an entity: ${EXPORT_FORMATS.map(({ name }) => `[${name}](${base}/graph/${name})`).join(', ')}
`;
