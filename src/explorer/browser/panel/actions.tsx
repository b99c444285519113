/**
 * The actions for the entity in the panel. Their places stay the same, so that the keyboard's focus stays where it is: what
 * cannot be done now is disabled for readers of screens too, and keeps its button.
 */
import type { Explorer, State } from '../explorer.ts';
import { addOrigin, closeNode, focusOn, openNode, pathEnds, pin, type Step, unpin } from '../view/steps.ts';

interface Action {
  /** What keeps its place though its name changes. */
  place: string;
  name: string;
  /** Null if it cannot be done now. */
  step: Step | null;
}

/** A button for each action. */
export const Actions = ({ explorer, state, id }: { explorer: Explorer; state: State; id: string }) => (
  <fieldset class="actions" aria-label="Actions">
    {actionsFor(state, id).map(({ place, name, step }) => (
      <button
        type="button"
        key={place}
        data-action={name}
        aria-disabled={step === null}
        onClick={() => {
          if (step) void explorer.go(step);
        }}
      >
        {name}
      </button>
    ))}
  </fieldset>
);

function actionsFor({ view, scene, positions }: State, id: string): Action[] {
  const node = scene.shownNodes.get(id);
  const isPinned = view.pins.some((one) => one.id === id);
  const isCenter = view.base.kind === 'around' && view.base.of.length === 1 && view.base.of[0] === id;
  const first: Action = scene.nodes.has(id)
    ? { place: 'expand', name: expandName(view, id), step: node ? openNode(id) : null }
    : { place: 'expand', name: 'Add to picture', step: addOrigin(id) };
  return [
    first,
    { place: 'collapse', name: 'Collapse', step: node && !view.closed.includes(id) ? closeNode(id) : null },
    { place: 'start', name: 'Start here', step: isCenter ? null : focusOn(id) },
    isPinned
      ? { place: 'pin', name: 'Unpin', step: unpin(id) }
      : { place: 'pin', name: 'Pin', step: node ? pin({ id, ...(positions.get(id) ?? { x: 0, y: 0 }) }) : null },
    { place: 'from', name: 'Path from here', step: view.from === id ? null : pathEnds({ from: id }) },
    { place: 'to', name: 'Path to here', step: view.to === id ? null : pathEnds({ to: id }) },
  ];
}

const expandName = ({ opened, closed }: State['view'], id: string): string =>
  opened.includes(id) && !closed.includes(id) ? 'Expand further' : 'Expand';
