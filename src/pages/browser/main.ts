/**
 * The script of the reading pages. Pages also work without it. The script adds suggestions, definition cards, and copy
 * buttons.
 */
import '../../view/hidden-signs.ts';
import { showCards } from '../../view/browser/cards.ts';
import { liveRegion } from '../../view/browser/say.ts';
import { focusBySlash, suggestIn } from '../../view/browser/suggestions.tsx';
import { showCopyButtons } from './copy.ts';
import { suggest } from './suggest.ts';

const say = liveRegion();
const boxes = [...document.querySelectorAll<HTMLInputElement>('form[action="/search"] input[name="q"]')];
for (const input of boxes) suggestIn(input, { find: suggest }, say);
const [first] = boxes;
if (first) focusBySlash(first);
showCards();
showCopyButtons(say);
