/**
 * The actions for the entity in the panel. The buttons keep their positions so that the keyboard focus does not move.
 * An unavailable action keeps its button, which is also disabled for screen readers.
 */
import type { Explorer, State } from '../explorer.ts';
import { addOrigin, closeNode, focusOn, openNode, pathEnds, pin, type Step, unpin } from '../view/steps.ts';

interface Action {
  /** Identifies a button whose name can change, so that the button keeps its position. */
  place: string;
  name: string;
  /** The step, or null if the action is not available now. */
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
