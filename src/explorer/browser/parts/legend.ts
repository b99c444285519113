/**
 * The legend, which is also the filter. Every query omits the types and kinds that are turned off, so the picture
 * contains no nodes without a line.
 */
import { byId } from '../dom.ts';
import type { Explorer, State } from '../explorer.ts';
import { typesLeftOut } from '../model/filter.ts';
import { showAll, toggleKind, toggleType } from '../view/steps.ts';
import { isKind, isType } from '../view/view.ts';

export function showLegend(explorer: Explorer): void {
  const boxes = [...document.querySelectorAll<HTMLInputElement>('.legend input')];
  const counts = [...document.querySelectorAll<HTMLElement>('.legend [data-count]')];
  for (const box of boxes) {
    box.addEventListener('change', () => {
      const { kind = '', type = '' } = box.dataset;
      if (isKind(kind)) void explorer.go(toggleKind(kind));
      else if (isType(type)) void explorer.go(toggleType(type));
    });
  }
  const all = byId('show-all', HTMLButtonElement);
  all.addEventListener('click', () => void explorer.go(showAll));

  const render = ({ view, scene }: State) => {
    const hidden: readonly string[] = [...view.hiddenKinds, ...typesLeftOut(view)];
    for (const box of boxes) box.checked = !hidden.includes(box.dataset.kind ?? box.dataset.type ?? '');
    const found: Readonly<Record<string, number>> = { ...scene.kinds, ...scene.types };
    for (const count of counts) {
      const value = found[count.dataset.count ?? ''] ?? 0;
      const isHidden = hidden.includes(count.dataset.count ?? '');
      count.textContent = isHidden ? '' : value.toLocaleString('en');
      count.closest('li')?.classList.toggle('none', isHidden || value === 0);
    }
    all.disabled = view.hiddenKinds.length + view.hiddenTypes.length + view.vocabularies.length === 0;
  };
  explorer.subscribe((state, before) => {
    if (state.scene !== before.scene || state.view !== before.view) render(state);
  });
  render(explorer.state);
}
