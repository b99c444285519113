/** The page's search box, and the two boxes for the ends of a path. */
import { withMarks } from '../../../prose/hidden.ts';
import { namesOf } from '../api/finding.ts';
import { byId } from '../dom.ts';
import type { Explorer, State } from '../explorer.ts';
import { focusOn, pathEnds } from '../view/steps.ts';
import { combobox } from './combobox.ts';
import { say } from './say.ts';

export function showSearch(explorer: Explorer): void {
  const box = combobox('search', ({ id }) => void explorer.go(focusOn(id)), say);
  document.addEventListener('keydown', (event) => {
    const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
    if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
  if (location.search === '') box.focus({ preventScroll: true });
}

export function showPathEnds(explorer: Explorer): void {
  const details = byId('paths', HTMLDetailsElement);
  const from = combobox('path-from', ({ id }) => void explorer.go(pathEnds({ from: id })), say);
  const to = combobox('path-to', ({ id }) => void explorer.go(pathEnds({ to: id })), say);
  byId('path-clear', HTMLButtonElement).addEventListener(
    'click',
    () => void explorer.go(pathEnds({ from: null, to: null })),
  );

  const render = async ({ view, scene }: State) => {
    const ends = [view.from, view.to].filter((id) => id !== null);
    if (ends.length > 0) details.open = true;
    const unknown = ends.filter((id) => !scene.nodes.has(id));
    const names = unknown.length > 0 ? await namesOf(unknown).catch(() => null) : null; // without a name, the id is shown
    const nameOf = (id: string | null) => (id === null ? '' : (scene.nodes.get(id)?.label ?? names?.get(id) ?? id));
    if (explorer.state.view !== view) return;
    from.value = withMarks(nameOf(view.from));
    to.value = withMarks(nameOf(view.to));
  };
  explorer.subscribe((state, before) => {
    const moved = state.view.from !== before.view.from || state.view.to !== before.view.to;
    if (state.status === 'ready' && (moved || before.status !== 'ready')) void render(state);
  });
}
