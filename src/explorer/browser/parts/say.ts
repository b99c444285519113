import { byId } from '../dom.ts';

/** Says words to those who hear the page. */
export function say(words: string): void {
  if (words !== '') byId('said', HTMLElement).textContent = words;
}
