/** Links to the same data in the forms of other tools, which the server writes: what the picture began with, or all of it. */
import { byId } from '../dom.ts';
import type { Explorer, State } from '../explorer.ts';
import type { View } from '../view/view.ts';

export function showElsewhere(explorer: Explorer): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('#elsewhere [data-format]')];
  const what = byId('elsewhere-what', HTMLElement);
  const render = ({ view }: State) => {
    const query = queryOf(view);
    for (const link of links) link.href = `/graph/${link.dataset.format}${query}`;
    what.textContent =
      query === ''
        ? 'The whole graph, with every property and reason.'
        : 'What is around the origins, by depth, number and day, with every property and reason; not what was expanded or hidden by hand.';
  };
  explorer.subscribe((state, before) => {
    if (state.view !== before.view) render(state);
  });
  render(explorer.state);
}

/** The arguments of `/graph/<format>`; none ask for the whole graph. */
function queryOf({ base, depth, limit, asOf }: View): string {
  if (base.kind === 'whole' || base.of.length === 0) return '';
  const query = new URLSearchParams(base.of.map((id) => ['of', id]));
  query.set('depth', String(depth));
  query.set('limit', String(limit));
  if (asOf !== null) query.set('asOf', asOf);
  return `?${query}`;
}
