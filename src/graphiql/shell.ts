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
<noscript><p>GraphiQL needs JavaScript. To send a query to the API without GraphiQL, send a POST request with a JSON body to /graphql.
The website, such as the <a href="/term/emr-vs-ehr">page about a term</a>, works without JavaScript.</p></noscript>`,
  );
