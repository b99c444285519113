/** The controls next to the picture: depth, limits, layout, vocabulary, and date. */

import { isDay } from '../../../model/day.ts';
import { withMarks } from '../../../prose/hidden.ts';
import { vocabularies } from '../api/finding.ts';
import { byId } from '../dom.ts';
import type { Explorer, State } from '../explorer.ts';
import { chooseVocabularies, set, showWhole } from '../view/steps.ts';
import { isLayout } from '../view/view.ts';

const NUMBERS = ['depth', 'limit', 'cap'] as const;

export function showControls(explorer: Explorer): void {
  const selects = NUMBERS.map((name) => ({ name, select: byId(name, HTMLSelectElement) }));
  const layout = byId('layout', HTMLSelectElement);
  const vocabulary = byId('vocabulary', HTMLSelectElement);
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
  vocabulary.addEventListener('change', () => {
    void explorer.go(chooseVocabularies(vocabulary.value === '' ? [] : vocabulary.value.split(' ')));
  });
  // Their names are asked for when somebody looks: few do.
  byId('choices', HTMLDetailsElement).addEventListener('toggle', () => void nameVocabularies(vocabulary), {
    once: true,
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
    choose(vocabulary, view.vocabularies.join(' '));
    if (day.value !== (view.asOf ?? '')) day.value = view.asOf ?? '';
  };
  explorer.subscribe(render);
  render(explorer.state);
}

/** Fills the choice of vocabularies; without an answer, it keeps what it has. */
async function nameVocabularies(select: HTMLSelectElement): Promise<void> {
  for (const { key, name } of await vocabularies().catch(() => [])) {
    const known = [...select.options].find((option) => option.value === key);
    if (known) known.textContent = withMarks(name);
    else select.append(new Option(withMarks(name), key));
  }
}

/** Adds a value from the address to the list if the list does not have it. */
function choose(select: HTMLSelectElement, value: number | string): void {
  if (![...select.options].some((option) => option.value === String(value))) {
    select.append(new Option(value.toLocaleString('en'), String(value)));
  }
  select.value = String(value);
}
