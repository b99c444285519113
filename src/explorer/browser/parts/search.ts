/** The page's search box, and the two boxes for the ends of a path. Their suggestions are links to views. */
import { withMarks } from '../../../prose/hidden.ts';
import { type FoundName, type Suggestions, suggested } from '../../../view/browser/suggestion-list.tsx';
import { focusBySlash, type SuggestionSources, suggestIn } from '../../../view/browser/suggestions.tsx';
import { ApiError } from '../api/client.ts';
import { namesOf, search, suggest } from '../api/finding.ts';
import { byId } from '../dom.ts';
import type { Explorer } from '../explorer.ts';
import { counted } from '../model/summary.ts';
import { focusOn, pathEnds, type Step } from '../view/steps.ts';
import { addressAfter } from '../view/url.ts';
import { say } from './say.ts';

export function showSearch(explorer: Explorer): void {
  const box = document.querySelector<HTMLInputElement>('.masthead input');
  if (!box) throw new Error('the page has no search box');
  box.id = 'search';
  suggestIn(box, sourcesFor(explorer, focusOn), say);
  focusBySlash(box);
  // On a small screen, the focus would open a keyboard over the picture.
  if (location.search === '' && matchMedia('(min-width: 64rem)').matches) box.focus({ preventScroll: true });
}

export function showPathEnds(explorer: Explorer): void {
  const details = byId('paths', HTMLDetailsElement);
  byId('path-clear', HTMLButtonElement).addEventListener(
    'click',
    () => void explorer.go(pathEnds({ from: null, to: null })),
  );
  for (const end of ['from', 'to'] as const) {
    const box = byId(`path-${end}`, HTMLInputElement);
    suggestIn(
      box,
      sourcesFor(explorer, (id) => pathEnds({ [end]: id })),
      say,
    );
    let told: string | null = null;
    explorer.subscribe(async ({ status, view, scene }) => {
      // Only a new end changes the box: a reader may be typing there while the other end is on its way.
      if (status !== 'ready' || view[end] === told) return;
      const id = view[end];
      told = id;
      if (id !== null) details.open = true;
      const name = id === null ? '' : (scene.nodes.get(id)?.label ?? (await nameOf(id)));
      if (explorer.state.view[end] === id) box.value = withMarks(name);
    });
  }
}

/** The name of an entity that is not in the picture; its id if the server does not tell. */
const nameOf = async (id: string): Promise<string> =>
  (await namesOf([id]).catch(() => new Map<string, string>())).get(id) ?? id;

/**
 * Names as one types, and a search of all texts at Enter. An error is in the list, in words.
 *
 * @param stepTo the step that a choice takes
 */
function sourcesFor(explorer: Explorer, stepTo: (id: string) => Step): SuggestionSources {
  const listed = (found: readonly FoundName[]) =>
    found.map((one) => suggested(one, addressAfter(explorer.state.view, stepTo(one.entity.id))));
  const orWhy = (find: (words: string, signal: AbortSignal) => Promise<Suggestions>) => {
    return async (words: string, signal: AbortSignal) => {
      try {
        return await find(words, signal);
      } catch (error) {
        if (error instanceof ApiError) return { suggested: [], note: error.message };
        throw error;
      }
    };
  };
  return {
    find: orWhy(async (words, signal) => ({ suggested: listed(await suggest(words, signal)) })),
    search: orWhy(async (words, signal) => {
      const { found, total, didYouMean } = await search(words, signal);
      const more = total - found.length;
      const note =
        total === 0
          ? `Nothing found for “${words}”.`
          : more > 0
            ? `${counted(more, 'more result')}. Add a word to narrow the search.`
            : '';
      return { suggested: listed(found), meant: didYouMean, note };
    }),
  };
}
