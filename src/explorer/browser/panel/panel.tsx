/** The panel: details about the selected entity or relation. */
import { render } from 'preact';
import { useMemo } from 'preact/hooks';
import { LinkingContext } from '../../../view/linking.tsx';
import { byId } from '../dom.ts';
import type { Explorer, State } from '../explorer.ts';
import { say } from '../parts/say.ts';
import { select } from '../view/steps.ts';
import { EntityPanel } from './entity.tsx';
import { linkingFrom } from './linking.ts';
import { Paths } from './paths.tsx';
import { Title } from './pieces.tsx';
import { RelationPanel } from './relation.tsx';
import { followSubject, type Shown, type Subject } from './subject.ts';

/** Shows the selected item in `#reading`. If nothing is selected, shows `#start`. */
export function showPanel(explorer: Explorer): void {
  const panel = byId('panel', HTMLElement);
  const start = byId('start', HTMLElement);
  const box = byId('reading', HTMLElement);
  let shown: Shown = { key: '', subject: { is: 'nothing' }, words: '' };

  const draw = () => {
    const { key, subject } = shown;
    // Another thing gets elements of its own: no list of it is open because the same list of the last one was.
    render(<Panel key={key} explorer={explorer} state={explorer.state} subject={subject} />, box);
  };

  const show = (next: Shown) => {
    const isOther = next.key !== shown.key;
    const wasHere = box.contains(document.activeElement);
    shown = next;
    draw();
    start.hidden = next.subject.is !== 'nothing';
    box.hidden = next.subject.is === 'nothing';
    box.removeAttribute('aria-busy');
    say(next.words);
    if (!isOther) return;
    panel.scrollTop = 0;
    if (wasHere) (box.querySelector<HTMLElement>('.title') ?? panel).focus();
  };

  const busy = () => {
    if (box.hidden) show({ ...shown, subject: { is: 'loading' }, words: '' });
    box.setAttribute('aria-busy', 'true');
  };

  followSubject(explorer, show, busy);
  explorer.subscribe((state, before) => {
    if (state.view !== before.view || state.scene !== before.scene || state.positions !== before.positions) draw();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented || explorer.state.view.selected === null) return;
    void explorer.go(select(null));
  });
}

function Panel({ explorer, state, subject }: { explorer: Explorer; state: State; subject: Subject }) {
  const { view } = state;
  const linking = useMemo(() => linkingFrom(view), [view]);
  if (subject.is === 'nothing') return null;
  if (subject.is === 'loading') return <p>Loading…</p>;
  return (
    <LinkingContext.Provider value={linking}>
      {subject.is !== 'paths' && (
        <button type="button" class="close" onClick={() => void explorer.go(select(null))}>
          Close
        </button>
      )}
      <Content explorer={explorer} state={state} subject={subject} />
    </LinkingContext.Provider>
  );
}

function Content({ explorer, state, subject }: { explorer: Explorer; state: State; subject: Subject }) {
  switch (subject.is) {
    case 'entity':
      return <EntityPanel explorer={explorer} state={state} subject={subject} />;
    case 'relation':
      return <RelationPanel reading={subject.reading} />;
    case 'paths':
      return <Paths scene={state.scene} />;
    case 'fault':
      return (
        <>
          <Title>{subject.title}</Title>
          {subject.words !== '' && <p>{subject.words}</p>}
          {subject.again && (
            <button type="button" onClick={subject.again}>
              Try again
            </button>
          )}
        </>
      );
    default:
      return null;
  }
}
