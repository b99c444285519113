/** Links to the server's exports for other tools. They export the base of the picture or the whole graph. */
import { byId } from '../dom.ts';
import type { Explorer, State } from '../explorer.ts';
import { filterOf } from '../model/filter.ts';
import type { View } from '../view/view.ts';

export function showElsewhere(explorer: Explorer): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('#elsewhere [data-format]')];
  const what = byId('elsewhere-what', HTMLElement);
  const render = ({ view }: State) => {
    const query = queryOf(view);
    for (const link of links) link.href = `/graph/${link.dataset.format}${query}`;
    what.textContent =
      query === ''
        ? 'The whole graph, with all properties and evidence.'
        : 'The neighborhood of the central entities, with all properties and evidence. The depth, the number of nodes, the filters, and the date apply to the export. Nodes that you expanded or collapsed do not.';
  };
  explorer.subscribe((state, before) => {
    if (state.view !== before.view) render(state);
  });
  render(explorer.state);
}

/** The parameters of `/graph/<format>`; empty for the whole graph. */
function queryOf(view: View): string {
  const { base, depth, limit, asOf } = view;
  if (base.kind === 'whole' || base.of.length === 0) return '';
  const query = new URLSearchParams(base.of.map((id) => ['of', id]));
  query.set('depth', String(depth));
  query.set('limit', String(limit));
  for (const [name, values] of Object.entries(filterOf(view))) {
    for (const value of values ?? []) query.append(name, value);
  }
  if (asOf !== null) query.set('asOf', asOf);
  return `?${query}`;
}
