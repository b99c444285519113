/** How long a button shows that it has copied, in milliseconds. */
const SAID_MS = 2_000;

/**
 * Shows the buttons `button.copy[data-copy]`, which are hidden without the script, and makes them copy. A value that
 * begins with a slash is an address on this site and is copied as a full URL. Browsers without access to the clipboard
 * never show the buttons.
 *
 * @param say announces the result to screen readers
 */
export function showCopyButtons(say: (words: string) => void): void {
  if (!navigator.clipboard) return;
  for (const button of document.querySelectorAll<HTMLButtonElement>('button.copy[data-copy]')) {
    button.hidden = false;
    button.addEventListener('click', () => void copy(button, say));
  }
}

async function copy(button: HTMLButtonElement, say: (words: string) => void): Promise<void> {
  const value = button.dataset.copy ?? '';
  const text = value.startsWith('/') ? new URL(value, location.origin).href : value;
  const words = await navigator.clipboard.writeText(text).then(
    () => 'Copied',
    () => 'Copying failed',
  );
  say(words);
  if (button.dataset.said !== undefined) return;
  const before = [...button.childNodes];
  button.dataset.said = words;
  button.style.minWidth = `${button.offsetWidth}px`; // so that nothing beside it moves
  button.replaceChildren(words);
  setTimeout(() => {
    button.replaceChildren(...before);
    button.style.minWidth = '';
    delete button.dataset.said;
    say('');
  }, SAID_MS);
}
