import { answersOf } from '../assets/page.ts';
import type { Route } from '../http/route.ts';
import { EXPLORER_ASSETS } from './assets.ts';
import { HEADERS } from './headers.ts';
import { shell } from './shell.ts';

const PREFIX = '/explorer/';
const HOME = '/explore';

/**
 * The route of the explorer: the page at `/explore` and its files under `/explorer/`.
 *
 * @param masthead the HTML of the header that all pages of the site share
 */
export const explorer = (masthead: string): Route => ({
  kind: 'explorer',
  matches: (path) => path === HOME || path.startsWith(PREFIX),
  answer: answersOf({
    source: EXPLORER_ASSETS,
    path: HOME,
    prefix: PREFIX,
    headers: HEADERS,
    shell: (files) => shell(files, masthead),
  }),
});
