/** The status line and announcements: the number of shown items, and what the server omitted. */
import { render } from 'preact';
import { byId } from '../dom.ts';
import type { Explorer, State } from '../explorer.ts';
import { changeInWords, communitiesInWords, noticeOf, sizeInWords } from '../model/summary.ts';
import { askForLess, type Step, set } from '../view/steps.ts';
import { formatView } from '../view/url.ts';
import type { View } from '../view/view.ts';
import { say } from './say.ts';

export function showStatus(explorer: Explorer): void {
  const line = byId('status', HTMLElement);
  line.replaceChildren(); // what the page said before its script ran
  const draw = (state: State) => {
    line.classList.toggle('failed', state.status === 'failed');
    render(<Status explorer={explorer} state={state} />, line);
  };
  explorer.subscribe((state, before) => {
    if (state.status !== before.status || state.scene !== before.scene) draw(state);
    say(announcement(state, before));
  });
  draw(explorer.state);
}

const TOO_LATE = 'This picture took longer than the server allows.';

function Status({ explorer, state }: { explorer: Explorer; state: State }) {
  const { scene, status, fault, late, view } = state;
  if (status === 'loading') return <>Loading…</>;
  if (status === 'failed') {
    return (
      <>
        <strong>{late ? TOO_LATE : fault}</strong>
        {(late ? waysOut(view) : []).map(({ words, step }) => (
          <>
            {' '}
            <button type="button" onClick={() => void explorer.go(step)}>
              {words}
            </button>
          </>
        ))}{' '}
        <button type="button" onClick={() => void explorer.start()}>
          Try again
        </button>
      </>
    );
  }
  const notice = noticeOf(scene);
  return (
    <>
      {`${sizeInWords(scene)} ${communitiesInWords(scene, view)}`.trim()}
      {notice !== '' && (
        <>
          {' '}
          <strong class="notice">{notice}</strong>
        </>
      )}
    </>
  );
}

/** Pictures that cost less than one that came too late. */
function waysOut(view: View): { words: string; step: Step }[] {
  const all = [
    { words: 'One step only', step: set({ depth: 1 }), fits: view.base.kind === 'around' },
    { words: 'Fewer nodes', step: askForLess, fits: true },
  ];
  const here = formatView(view);
  return all.filter(({ step, fits }) => fits && formatView(step(view)) !== here);
}

function announcement(state: State, before: State): string {
  if (state.status === 'failed' && before.status !== 'failed') return state.late ? TOO_LATE : state.fault;
  if (state.status !== 'ready') return '';
  if (state.scene === before.scene) return '';
  const change = changeInWords(before.scene, state.scene);
  const notice = noticeOf(state.scene);
  return notice !== noticeOf(before.scene) ? `${change} ${notice}`.trim() : change;
}
