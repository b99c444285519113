import { answersOf } from '../assets/page.ts';
import type { Route } from '../http/route.ts';
import { EXPLORER_ASSETS } from './assets.ts';
import { HEADERS } from './headers.ts';
import { shell } from './shell.ts';

const PREFIX = '/explorer/';

/** The route of the explorer: the page at `/`, and its files under `/explorer/`. */
export const explorer: Route = {
  matches: (path) => path === '/' || path.startsWith(PREFIX),
  answer: answersOf({ source: EXPLORER_ASSETS, path: '/', prefix: PREFIX, headers: HEADERS, shell }),
};
