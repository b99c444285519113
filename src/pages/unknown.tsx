/** The page for an address that does not exist: a search for the words in the address, and the main pages. */
import type { Config } from '../config.ts';
import { pathOf, type Route } from '../http/route.ts';
import { cards } from '../view/parts.tsx';
import { LargeSearch } from '../view/search-box.tsx';
import { scriptPath } from './assets.ts';
import { documentOf } from './layout.tsx';
import { PLACES } from './places.ts';
import { send } from './route.ts';

/** Responds with status 404 and the page. */
export function answerUnknown({ GRAPHIQL: graphiql }: Pick<Config, 'GRAPHIQL'>): Route['answer'] {
  return async (request, response) => {
    const page = {
      title: 'Nothing is at this address',
      description: null,
      looks: 'front',
      main: (
        <>
          <LargeSearch words={wordsIn(pathOf(request))} />
          <h2>Main pages</h2>
          {cards(PLACES.map(({ path, name, about }) => ({ name: <a href={path}>{name}</a>, about })))}
        </>
      ),
    } as const;
    send(request, response, 404, documentOf(page, { graphiql, script: await scriptPath() }));
  };
}

const LONGEST = 100;

/** The words of a path, as a reader would search for them: "/information-blocking.html" → "information blocking". */
function wordsIn(path: string): string {
  return decoded(path)
    .replace(/\.[a-z]{2,5}$/i, '')
    .replace(/[-_/+\s]+/g, ' ')
    .slice(0, LONGEST)
    .trim();
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
