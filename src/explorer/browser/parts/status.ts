/** The status line and announcements: how much is shown, and what the server left out. */
import { byId, h } from '../dom.ts';
import type { Explorer, State } from '../explorer.ts';
import { changeInWords, noticeOf, sizeInWords } from '../model/summary.ts';
import { say } from './say.ts';

export function showStatus(explorer: Explorer): void {
  const line = byId('status', HTMLElement);
  const render = (state: State, before: State) => {
    if (state.status !== before.status || state.scene !== before.scene)
      line.replaceChildren(...lineOf(state, explorer));
    say(announcement(state, before));
  };
  explorer.subscribe(render);
}

function lineOf(state: State, explorer: Explorer): (Node | string)[] {
  const { scene, status, fault } = state;
  if (status === 'failed') {
    return [
      h('strong', {}, fault),
      ' ',
      h('button', { type: 'button', onclick: () => void explorer.start() }, 'Try again'),
    ];
  }
  if (status === 'loading') return ['Loading…'];
  const notice = noticeOf(scene);
  return [sizeInWords(scene), ...(notice === '' ? [] : [' ', h('strong', { class: 'notice' }, notice)])];
}

function announcement(state: State, before: State): string {
  if (state.status === 'failed' && before.status !== 'failed') return state.fault;
  if (state.status !== 'ready') return '';
  if (state.scene === before.scene) return '';
  const change = changeInWords(before.scene, state.scene);
  const notice = noticeOf(state.scene);
  return notice !== noticeOf(before.scene) ? `${change} ${notice}`.trim() : change;
}
