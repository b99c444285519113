/** A search box by the ARIA combobox pattern: typing suggests, Enter searches. */
import { KIND } from '../../../model/kinds.ts';
import { withMarks } from '../../../prose/hidden.ts';
import { ApiError } from '../api/client.ts';
import { type Hit, search, suggest } from '../api/finding.ts';
import { byId, h } from '../dom.ts';
import { swatch } from './swatch.ts';

/** Milliseconds after the last letter until suggestions are loaded. */
const QUIET_MS = 120;

/** A row of the list: an option, or text that cannot be chosen. */
interface Row {
  element: HTMLElement;
  choose: (() => void) | null;
}

/**
 * @param chosen called with the chosen hit
 * @param announce called with words for screen readers
 */
export function combobox(id: string, chosen: (hit: Hit) => void, announce: (words: string) => void): HTMLInputElement {
  const input = byId(id, HTMLInputElement);
  const list = byId(`${id}-list`, HTMLElement);
  for (const [name, value] of Object.entries({
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': list.id,
  })) {
    input.setAttribute(name, value);
  }
  let rows: Row[] = [];
  let active = -1;
  let timer = 0;
  let asking = new AbortController();

  const close = () => {
    clearTimeout(timer);
    asking.abort();
    show([]);
  };
  const show = (next: Row[]) => {
    rows = next;
    list.replaceChildren(...rows.map(({ element }) => element));
    list.hidden = rows.length === 0;
    input.setAttribute('aria-expanded', String(rows.length > 0));
    activate(-1);
  };
  const activate = (index: number) => {
    active = index;
    for (const [i, { element }] of rows.entries()) element.setAttribute('aria-selected', String(i === index));
    const element = rows[index]?.element;
    if (element) {
      input.setAttribute('aria-activedescendant', element.id);
      element.scrollIntoView({ block: 'nearest' });
    } else input.removeAttribute('aria-activedescendant');
  };
  const move = (by: number) => {
    if (rows.length === 0) return;
    const from = active < 0 && by < 0 ? rows.length : active;
    for (let i = 1; i <= rows.length; i++) {
      const at = (from + by * i + rows.length * i) % rows.length;
      if (rows[at]?.choose) return activate(at);
    }
  };
  const row = (content: readonly (Node | string)[], choose: Row['choose'], i: number): Row => {
    const element = h('div', { role: 'option', id: `${list.id}-${i}`, 'aria-selected': 'false' }, ...content);
    if (choose) element.addEventListener('click', choose);
    else element.setAttribute('aria-disabled', 'true');
    return { element, choose };
  };
  const pick = (hit: Hit) => () => {
    close();
    input.value = withMarks(hit.label);
    chosen(hit);
  };
  const hitRow = (hit: Hit, i: number) =>
    row(
      [
        swatch(hit.kind),
        ' ',
        ...marked(hit.label, hit.marks),
        h('span', { class: 'about' }, `${KIND[hit.kind].words.one}${hit.about === '' ? '' : `: ${hit.about}`}`),
      ],
      pick(hit),
      i,
    );

  const look = async (find: (signal: AbortSignal) => Promise<{ rows: Row[]; words: string }>) => {
    clearTimeout(timer);
    asking.abort();
    asking = new AbortController();
    const { signal } = asking;
    try {
      const found = await find(signal);
      if (signal.aborted) return;
      show(found.rows);
      announce(found.words);
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof ApiError)) throw error;
      show([row([error.message], null, 0)]);
      announce(error.message);
    }
  };
  const suggestNow = (prefix: string) =>
    look(async (signal) => {
      const hits = await suggest(prefix, signal);
      const words = hits.length === 0 ? 'No suggestions. Enter searches.' : `${hits.length} suggestions.`;
      return { rows: hits.map(hitRow), words };
    });
  const searchNow = (query: string): Promise<void> =>
    look(async (signal) => {
      const { hits, total, didYouMean } = await search(query, signal);
      const meant = didYouMean.map((text, i) =>
        row(
          ['Did you mean ', h('strong', {}, text), '?'],
          () => {
            input.value = text;
            input.focus();
            void searchNow(text);
          },
          hits.length + i,
        ),
      );
      const more = total > hits.length ? [row([`${total - hits.length} more: add a word.`], null, 99)] : [];
      const found = total === 0 ? `Nothing found for “${query}”.` : `${total} found.`;
      const nothing = total === 0 ? [row([found], null, 98)] : [];
      const words = `${found}${didYouMean[0] ? ` Did you mean ${didYouMean[0]}?` : ''}`;
      return { rows: [...nothing, ...meant, ...hits.map(hitRow), ...more], words };
    });

  input.addEventListener('input', () => {
    clearTimeout(timer);
    const text = input.value.trim();
    if (text === '') return close();
    timer = window.setTimeout(() => void suggestNow(text), QUIET_MS);
  });
  const keys: Record<string, () => void> = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: () => {
      const choose = rows[active]?.choose;
      const text = input.value.trim();
      if (choose) choose();
      else if (text !== '') void searchNow(text);
    },
    Escape: () => {
      if (rows.length === 0) input.value = '';
      close();
    },
  };
  input.addEventListener('keydown', (event) => {
    const use = keys[event.key];
    if (!use || event.isComposing) return;
    event.preventDefault();
    use();
  });
  list.addEventListener('pointerdown', (event) => event.preventDefault()); // keeps the focus in the box
  input.addEventListener('blur', close);
  return input;
}

/** A text with ranges of it marked. */
function marked(text: string, ranges: readonly (readonly number[])[]): (Node | string)[] {
  const parts: (Node | string)[] = [];
  let at = 0;
  for (const [start = at, end = start] of ranges) {
    parts.push(text.slice(at, start), h('mark', {}, text.slice(start, end)));
    at = end;
  }
  return [...parts, text.slice(at)];
}
