/**
 * Suggestions under a search box, as an ARIA combobox (APG, "Editable combobox with list autocomplete"). The form of
 * the search box also works without them, and it still works with them: pressing Enter without choosing a suggestion
 * submits the form. Each page determines the source of its suggestions.
 */
import { render } from 'preact';
import { inWords, Options, type Suggestions } from './suggestion-list.tsx';

/** Finds the suggestions for a text. */
export type FindSuggestions = (words: string, signal: AbortSignal) => Promise<Suggestions>;

/** The source of a search box's suggestions. */
export interface SuggestionSources {
  /** Finds suggestions while the reader types. If the promise is rejected, the list closes. */
  find: FindSuggestions;
  /** Handles Enter if no suggestion is chosen. Without this function, Enter submits the form. */
  search?: FindSuggestions;
}

/** The time after the last key until suggestions are asked for, in milliseconds. */
const QUIET_MS = 120;
/** The API suggests nothing for fewer characters. */
const SHORTEST = 2;
const NOTHING: Suggestions = { suggested: [] };
/** What can be chosen: the list also has notes. */
const CHOICES = '[role="option"]:not([aria-disabled])';

/**
 * Adds suggestions to a search box. The list follows the box inside the same parent element.
 *
 * @param say announces the number of suggestions to screen readers
 */
export function suggestIn(
  input: HTMLInputElement,
  { find, search }: SuggestionSources,
  say: (words: string) => void,
): void {
  const list = document.createElement('div');
  list.id = `suggestions-${suggestionLists++}`;
  list.className = 'suggestions';
  list.hidden = true;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', 'Suggestions');
  input.parentElement?.append(list);
  const combobox = { role: 'combobox', 'aria-autocomplete': 'list', 'aria-controls': list.id, autocomplete: 'off' };
  for (const [name, value] of Object.entries(combobox)) input.setAttribute(name, value);

  let shown = NOTHING;
  let active = -1;
  let timer = 0;
  let asking = new AbortController();
  const choices = () => [...list.querySelectorAll<HTMLElement>(CHOICES)];

  const draw = () => {
    const typed = input.value.trim();
    render(<Options id={list.id} {...shown} active={active} typed={typed} searchFor={searchFor} />, list);
    list.hidden = list.childElementCount === 0;
    input.setAttribute('aria-expanded', String(!list.hidden));
    const option = choices()[active];
    if (option) input.setAttribute('aria-activedescendant', option.id);
    else input.removeAttribute('aria-activedescendant');
    option?.scrollIntoView({ block: 'nearest' });
  };
  const show = (next: Suggestions) => {
    shown = next;
    active = -1;
    draw();
  };
  const close = () => {
    clearTimeout(timer);
    asking.abort();
    if (shown !== NOTHING) show(NOTHING);
  };
  const look = async (source: FindSuggestions) => {
    clearTimeout(timer);
    asking.abort();
    asking = new AbortController();
    const { signal } = asking;
    const found = await source(input.value.trim(), signal).catch(() => NOTHING);
    if (signal.aborted) return;
    show(found);
    say(inWords(found));
  };
  const searchFor = (words: string) => {
    if (!search || words === '') return;
    input.value = words;
    input.focus();
    void look(search);
  };
  /** Moves the choice; beyond both ends lies what was typed. */
  const move = (by: 1 | -1) => {
    const places = choices().length + 1;
    active = ((active + 1 + by + places) % places) - 1;
    draw();
  };

  input.addEventListener('input', () => {
    clearTimeout(timer);
    asking.abort();
    if (input.value.trim().length < SHORTEST) return close();
    timer = window.setTimeout(() => void look(find), QUIET_MS);
  });
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const option = choices()[active];
    if (event.key === 'Enter' && option) option.click();
    else if (event.key === 'Enter' && search) searchFor(input.value.trim());
    else if (list.hidden) return;
    else if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
  });
  input.form?.addEventListener('submit', (event) => {
    if (!search) return close();
    event.preventDefault();
    searchFor(input.value.trim());
  });
  input.addEventListener('blur', close);
  list.addEventListener('mousedown', (event) => event.preventDefault()); // keeps the focus in the box
  list.addEventListener('click', (event) => {
    const option = event.target instanceof Element ? event.target.closest('a') : null;
    const name = option?.querySelector('.named')?.textContent;
    // A page that stays takes the click itself, after this. The box then names what was chosen.
    setTimeout(() => {
      if (!name || !event.defaultPrevented) return;
      input.value = name;
      close();
    });
  });
  // A press on a picture does not take the focus from the box.
  document.addEventListener('pointerdown', ({ target }) => {
    if (target instanceof Node && target !== input && !list.contains(target)) close();
  });
  addEventListener('pageshow', close); // the list of a page that comes back is closed
  draw();
}

let suggestionLists = 0;

/** Moves the focus to the search box when the reader presses `/`, unless the reader is typing. */
export function focusBySlash(input: HTMLInputElement): void {
  document.addEventListener('keydown', (event) => {
    const { key, target, ctrlKey, metaKey, altKey } = event;
    const isTyping =
      target instanceof HTMLElement && (target.isContentEditable || target.matches('input, select, textarea'));
    if (key !== '/' || isTyping || ctrlKey || metaKey || altKey) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
}
