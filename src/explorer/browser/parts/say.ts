import { withMarks } from '../../../prose/hidden.ts';
import { byId } from '../dom.ts';

/** Announces a text to screen readers. */
export function say(words: string): void {
  if (words !== '') byId('announcements', HTMLElement).textContent = withMarks(words);
}
