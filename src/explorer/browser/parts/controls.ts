/** The controls beside the picture: depth, limits, layout and day. */

import { isDay } from '../../../model/day.ts';
import { byId, h } from '../dom.ts';
import type { Explorer, State } from '../explorer.ts';
import { set, showWhole } from '../view/steps.ts';
import { isLayout } from '../view/view.ts';

const NUMBERS = ['depth', 'limit', 'cap'] as const;

export function showControls(explorer: Explorer): void {
  const selects = NUMBERS.map((name) => ({ name, select: byId(name, HTMLSelectElement) }));
  const layout = byId('layout', HTMLSelectElement);
  const day = byId('day', HTMLInputElement);
  for (const { name, select } of selects) {
    select.addEventListener('change', () => {
      const value = Number(select.value);
      const whole = name === 'limit' && explorer.state.view.base.kind === 'whole';
      void explorer.go(whole ? showWhole(value) : set({ [name]: value }));
    });
  }
  layout.addEventListener('change', () => {
    if (isLayout(layout.value)) void explorer.go(set({ layout: layout.value }));
  });
  day.addEventListener('change', () => {
    void explorer.go(set({ asOf: isDay(day.value) ? day.value : null }));
  });

  const render = ({ view }: State) => {
    const { base } = view;
    for (const { name, select } of selects) {
      choose(select, name === 'limit' && base.kind === 'whole' ? base.limit : view[name]);
      select.disabled = name === 'depth' && base.kind === 'whole';
    }
    layout.value = view.layout;
    if (day.value !== (view.asOf ?? '')) day.value = view.asOf ?? '';
  };
  explorer.subscribe(render);
  render(explorer.state);
}

/** Adds a number from the address to the list if the list does not have it. */
function choose(select: HTMLSelectElement, value: number): void {
  if (![...select.options].some((option) => option.value === String(value))) {
    select.append(h('option', { value }, value.toLocaleString('en')));
  }
  select.value = String(value);
}
