/** The actions for the entity in the panel. */
import type { Reading } from '../api/reading.ts';
import { h } from '../dom.ts';
import type { Explorer, State } from '../explorer.ts';
import { addOrigin, closeNode, focusOn, openNode, pathEnds, pin, type Step, select, unpin } from '../view/steps.ts';

interface Action {
  name: string;
  step: Step;
}

export function actions(explorer: Explorer, reading: Reading): HTMLElement {
  return h(
    'div',
    { class: 'actions', role: 'group', 'aria-label': 'Actions' },
    ...actionsFor(explorer.state, reading.id).map(({ name, step }) =>
      h('button', { type: 'button', 'data-action': name, onclick: () => void explorer.go(step) }, name),
    ),
    pageOf(reading),
  );
}

function actionsFor({ view, scene, positions }: State, id: string): Action[] {
  const node = scene.shownNodes.get(id);
  const all: (Action | false)[] = [
    !scene.nodes.has(id) && { name: 'Add to picture', step: addOrigin(id) },
    node !== undefined && { name: expandName(view, id), step: openNode(id) },
    node !== undefined && !view.closed.includes(id) && { name: 'Collapse', step: closeNode(id) },
    !(view.base.kind === 'around' && view.base.of.length === 1 && view.base.of[0] === id) && {
      name: 'Start here',
      step: focusOn(id),
    },
    node !== undefined &&
      (view.pins.some((one) => one.id === id)
        ? { name: 'Unpin', step: unpin(id) }
        : { name: 'Pin', step: pin({ id, ...(positions.get(id) ?? { x: 0, y: 0 }) }) }),
    view.from !== id && { name: 'Path from here', step: pathEnds({ from: id }) },
    view.to !== id && { name: 'Path to here', step: pathEnds({ to: id }) },
    { name: 'Close', step: select(null) },
  ];
  return all.filter((action) => action !== false);
}

const expandName = ({ opened, closed }: State['view'], id: string): string =>
  opened.includes(id) && !closed.includes(id) ? 'Expand further' : 'Expand';

/** A link to the entity's own page, which works without a script. The address of an alias only redirects. */
const pageOf = ({ id, kind }: Reading): HTMLElement | null =>
  kind === 'ALIAS'
    ? null
    : h('a', { href: `/${kind.toLowerCase()}/${encodeURI(id.slice(id.indexOf(':') + 1))}` }, 'Open its page');
