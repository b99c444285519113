/** The panel: details of the selected entity or relation. */
import { ApiError } from '../api/client.ts';
import { type Law, type Reading, readEdge, readEntity, readLaw } from '../api/reading.ts';
import { byId, h } from '../dom.ts';
import type { Explorer, State } from '../explorer.ts';
import { say } from '../parts/say.ts';
import { select } from '../view/steps.ts';
import { actions } from './actions.ts';
import { edgeParts } from './edge.ts';
import { partsOf } from './kinds.ts';
import type { Markdown } from './markdown.ts';
import { pathParts } from './path.ts';
import { entityTitle, outside, title } from './pieces.ts';
import { relationsOf } from './relations.ts';
import { hide } from './tip.ts';

export function showPanel(explorer: Explorer): void {
  const panel = byId('panel', HTMLElement);
  const start = byId('start', HTMLElement);
  const box = byId('reading', HTMLElement);
  let asking = new AbortController();
  let shown: { key: string; reading: Reading | null } = { key: '', reading: null };

  const put = (content: readonly (Node | null)[], words: string) => {
    const held = box.contains(document.activeElement);
    hide();
    box.replaceChildren(...content.filter((one) => one !== null));
    start.hidden = content.length > 0;
    box.hidden = content.length === 0;
    panel.scrollTop = 0;
    say(words);
    if (held) box.querySelector<HTMLElement>('.title')?.focus();
  };

  const render = async (state: State) => {
    const { view, scene } = state;
    const { selected, asOf } = view;
    const key = JSON.stringify([
      selected,
      asOf,
      selected === null && scene.paths.length > 0 ? [view.from, view.to] : null,
    ]);
    if (key === shown.key) return refreshActions();
    shown = { key, reading: null };
    asking.abort();
    asking = new AbortController();
    const { signal } = asking;
    if (selected === null) return put(scene.paths.length > 0 ? pathParts(explorer, state) : [], '');
    if (box.hidden) put([h('p', {}, 'Loading…')], '');
    try {
      if (selected.kind === 'edge') return await readRelation(state, selected.id, signal);
      const reading = await readEntity(selected.id, asOf, signal);
      const law = reading && 'regulationLevel' in reading ? await readLaw(reading.citation, asOf, signal) : null;
      const { markdown } = await import('./markdown.ts');
      if (signal.aborted) return;
      if (!reading) return put([title('Not found'), closing()], 'Not found.');
      shown.reading = reading;
      put(entityParts(reading, law, markdown), `${reading.label} is open.`);
    } catch (error) {
      if (signal.aborted) return;
      shown = { key: '', reading: null };
      if (!(error instanceof ApiError)) throw error;
      put([title('Cannot be loaded now'), h('p', {}, error.message), closing()], error.message);
    }
  };

  const readRelation = async ({ scene, view }: State, id: string, signal: AbortSignal) => {
    const edge = scene.shownEdges.get(id);
    const reading = edge ? await readEdge(edge, view.asOf, signal) : null;
    if (signal.aborted) return;
    if (!reading) return put([title('Not in this picture'), closing()], 'Not in this picture.');
    put(
      [...edgeParts(explorer, reading), closing()],
      `The relation between ${reading.source.label} and ${reading.target.label} is open.`,
    );
  };

  const entityParts = (reading: Reading, law: Law | null, markdown: Markdown) => [
    ...entityTitle(reading),
    actions(explorer, reading),
    reading.summary === null || reading.kind === 'TERM' ? null : h('p', {}, reading.summary),
    ...partsOf(explorer, reading, law, markdown),
    reading.url === null ? null : h('p', {}, outside(reading.url, 'Official page')),
    relationsOf(explorer, reading),
  ];

  const closing = () =>
    h('p', {}, h('button', { type: 'button', onclick: () => void explorer.go(select(null)) }, 'Close'));

  const refreshActions = () => {
    const old = box.querySelector('.actions');
    if (!old || !shown.reading) return;
    const focused = old.contains(document.activeElement) ? document.activeElement?.textContent : null;
    const fresh = actions(explorer, shown.reading);
    old.replaceWith(fresh);
    if (focused === null) return;
    const same = [...fresh.querySelectorAll('button')].find(({ textContent }) => textContent === focused);
    (same ?? fresh.querySelector('button'))?.focus();
  };

  explorer.subscribe((state, before) => {
    if (
      state.status !== 'loading' &&
      (state.view !== before.view || state.scene !== before.scene || before.status === 'loading')
    )
      void render(state);
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented || explorer.state.view.selected === null) return;
    void explorer.go(select(null));
  });
}
