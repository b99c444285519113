/** GraphiQL at `/graphql`. A link can contain a query and its variables: `/graphql?query=…&variables=…`. */
import { GraphiQL } from 'graphiql';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { GRAPHIQL_QUERIES } from '../queries.ts';

type Fetcher = Parameters<typeof GraphiQL>[0]['fetcher'];

const fetcher: Fetcher = async (request, options) => {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { ...options?.headers, accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify(request),
  });
  return response.json();
};

const linked = new URLSearchParams(location.search);

/** Keeps the address a link to what the editors contain; the plain address stands for the examples. */
const keepInAddress = (name: 'query' | 'variables') => (text: string) => {
  const address = new URL(location.href);
  if (text.trim() === '' || text === GRAPHIQL_QUERIES) address.searchParams.delete(name);
  else address.searchParams.set(name, text);
  history.replaceState(null, '', address);
};

/** Indents variables as people write them; a link has them on one line. */
function indented(variables: string): string {
  try {
    return JSON.stringify(JSON.parse(variables), null, 2);
  } catch {
    return variables; // the editor shows what is wrong
  }
}

const [query, variables] = [linked.get('query'), linked.get('variables')];
const root = document.getElementById('graphiql');
if (root) {
  createRoot(root).render(
    createElement(GraphiQL, {
      fetcher,
      defaultQuery: GRAPHIQL_QUERIES,
      ...(query !== null && { query }),
      ...(variables !== null && { variables: indented(variables) }),
      onEditQuery: keepInAddress('query'),
      onEditVariables: keepInAddress('variables'),
    }),
  );
}
