/** The queries of the search boxes. */
import type { FoundName } from '../../../view/browser/suggestion-list.tsx';
import { ask, present } from './client.ts';
import { NAMES, SEARCH, SUGGEST, VOCABULARIES } from './documents.ts';

/** Finds names that begin with the typed text, most likely names first. @throws ApiError */
export const suggest = async (prefix: string, signal: AbortSignal): Promise<readonly FoundName[]> =>
  present((await ask(SUGGEST, { prefix }, signal)).suggest);

/** The first page of a search. */
export interface SearchHits {
  found: readonly FoundName[];
  total: number;
  didYouMean: readonly string[];
}

/**
 * Searches every text in the graph. A search result shows the words that matched unless they are its name. @throws
 * ApiError
 */
export async function search(query: string, signal: AbortSignal): Promise<SearchHits> {
  const { edges, totalCount, didYouMean } = present((await ask(SEARCH, { query }, signal)).search);
  const found = edges.map(({ node, highlights: [best] }) => ({
    entity: { ...node, summary: best && best.text !== node.label ? best.text : node.summary },
  }));
  return { found, total: totalCount, didYouMean };
}

/** The keys and names of the vocabularies. @throws ApiError */
export async function vocabularies(): Promise<readonly { key: string; name: string }[]> {
  return present((await ask(VOCABULARIES, {})).meta).vocabularies;
}

/** The names of entities by id. Unknown ids are omitted. @throws ApiError */
export async function namesOf(ids: readonly string[]): Promise<Map<string, string>> {
  const nodes = present((await ask(NAMES, { ids })).nodes);
  return new Map(nodes.flatMap((node) => (node && 'label' in node ? [[node.id, node.label]] : [])));
}
