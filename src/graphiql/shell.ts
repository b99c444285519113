import type { PageFiles } from '../assets/bundle.ts';
import { pageMarkup } from '../assets/markup.ts';

const HEAD = {
  title: 'Glossograph GraphiQL',
  description: 'Write and run GraphQL queries over health IT terms, regulations, and standards.',
  icon: 'data:,',
  prefix: '/graphiql/',
};

/** The markup of GraphiQL's page before its script runs. It contains nothing from a request. */
export const shell = (files: PageFiles): string =>
  pageMarkup(
    HEAD,
    files,
    `<div id="graphiql"></div>
<noscript><p>GraphiQL needs JavaScript. The API accepts queries without GraphiQL: send a POST request with JSON to /graphql.
The <a href="/term/emr-vs-ehr">page of a term</a> works without JavaScript.</p></noscript>`,
  );
