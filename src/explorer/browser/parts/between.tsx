/**
 * The other relations on the same line as the relation in the panel. A line represents all relations between two nodes.
 */
import { render } from 'preact';
import { RELATIONS } from '../../../model/relations.ts';
import { list } from '../../../view/parts.tsx';
import { byId } from '../dom.ts';
import type { Explorer, State } from '../explorer.ts';
import { counted } from '../model/summary.ts';
import { select } from '../view/steps.ts';
import { addressAfter } from '../view/url.ts';

export function showBetween(explorer: Explorer): void {
  const box = byId('between', HTMLElement);
  explorer.subscribe((state, before) => {
    if (state.view.selected === before.view.selected && state.scene === before.scene) return;
    const links = linksOf(state);
    box.hidden = links.length < 2;
    render(<Between links={box.hidden ? [] : links} />, box);
  });
}

function linksOf({ view, scene }: State) {
  const chosen = view.selected?.kind === 'edge' ? view.selected.id : '';
  const name = (id: string) => scene.nodes.get(id)?.label ?? id;
  const line = scene.lines.get(scene.lineOf.get(chosen) ?? '');
  return (line?.edges ?? []).map(({ key, type, source, target }) => (
    <a
      href={addressAfter(view, select({ kind: 'edge', id: key }))}
      aria-current={key === chosen ? 'true' : undefined}
    >{`${name(source)} ${RELATIONS[type].label} ${name(target)}`}</a>
  ));
}

const Between = ({ links }: { links: ReturnType<typeof linksOf> }) =>
  links.length === 0 ? null : (
    <>
      <p>This line represents {counted(links.length, 'relation')}:</p>
      {list(links)}
    </>
  );
