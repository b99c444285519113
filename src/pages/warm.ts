import { backgroundBounds } from '../graph/background.ts';
import type { Graph } from '../graph/connect.ts';
import { KIND } from '../model/kinds.ts';
import { nameOf } from '../view/address.ts';
import { type Ask, createAsk } from './ask.ts';
import { PAGE_KINDS } from './kinds/index.ts';
import { notFound } from './not-found.tsx';
import type { PageKind } from './page.ts';
import { SITE_PAGES } from './site/index.ts';

/**
 * Runs the queries of each page once, unless the signal is aborted. Neo4j plans a query even if the graph does not
 * contain the entity. Ignores failures.
 */
export async function warmPages(graph: Graph, signal: AbortSignal): Promise<void> {
  const askFor = createAsk(graph);
  for (const page of pages()) {
    if (signal.aborted) return;
    await page(askFor(backgroundBounds(signal))).catch(() => undefined);
  }
}

/** One page of each kind, then those of the site, then the other shapes of both, and one that does not exist. */
function* pages(): Generator<(ask: Ask) => Promise<unknown>> {
  for (const page of PAGE_KINDS) yield entityPage(page, nameOf(KIND[page.kind].example));
  for (const { answer } of SITE_PAGES) yield (ask) => answer({ given: new URLSearchParams(), ask });
  for (const page of PAGE_KINDS) {
    for (const example of page.examples ?? []) yield entityPage(page, example);
  }
  for (const { examples = [], answer } of SITE_PAGES) {
    for (const given of examples) yield (ask) => answer({ given: new URLSearchParams(given), ask });
  }
  yield (ask) => notFound(ask, 'TERM', 'interoperabilty', null);
}

/** @param example a name with or without parameters */
const entityPage = (page: PageKind, example: string) => (ask: Ask) => {
  const [name = '', parameters = ''] = example.split('?');
  const given = new URLSearchParams(parameters);
  return page.answer({ name, asOf: given.get('asOf'), after: given.get('after'), given, ask, site: '' });
};
