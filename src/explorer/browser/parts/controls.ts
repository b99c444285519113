/** The choices beside the picture: how far, how many, which layout, which day. */
import { byId, h } from '../dom.ts';
import type { Explorer, State } from '../explorer.ts';
import { set } from '../view/steps.ts';
import { isDay, isLayout } from '../view/view.ts';

const NUMBERS = ['depth', 'limit', 'cap'] as const;

export function showControls(explorer: Explorer): void {
  const selects = NUMBERS.map((name) => ({ name, select: byId(name, HTMLSelectElement) }));
  const layout = byId('layout', HTMLSelectElement);
  const day = byId('day', HTMLInputElement);
  for (const { name, select } of selects) {
    select.addEventListener('change', () => void explorer.go(set({ [name]: Number(select.value) })));
  }
  layout.addEventListener('change', () => {
    if (isLayout(layout.value)) void explorer.go(set({ layout: layout.value }));
  });
  day.addEventListener('change', () => {
    void explorer.go(set({ asOf: isDay(day.value) ? day.value : null }));
  });

  const render = ({ view }: State) => {
    for (const { name, select } of selects) choose(select, view[name]);
    layout.value = view.layout;
    if (day.value !== (view.asOf ?? '')) day.value = view.asOf ?? '';
    const whole = view.base.kind === 'whole';
    for (const { name, select } of selects) select.disabled = whole && name !== 'cap';
  };
  explorer.subscribe(render);
  render(explorer.state);
}

/** A link may hold a number that the list does not offer: then it does. */
function choose(select: HTMLSelectElement, value: number): void {
  if (![...select.options].some((option) => option.value === String(value))) {
    select.append(h('option', { value }, value.toLocaleString('en')));
  }
  select.value = String(value);
}
