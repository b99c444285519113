/** What the search boxes ask. */
import type { ResultOf } from '../../../../schema/document.ts';
import type { EntityKind } from '../../../model/kinds.ts';
import { ask, present } from './client.ts';
import { NAMES, SEARCH, SUGGEST } from './documents.ts';

/** An entity in the list under a search box. */
export interface Hit {
  id: string;
  kind: EntityKind;
  label: string;
  /** The text that matched, or else the entity's summary. */
  about: string;
  /** The ranges of `label` that match what was typed. */
  marks: TextRanges;
}

/** Pairs of start and end: UTF-16 offsets, end exclusive. */
type TextRanges = NonNullable<ResultOf<typeof SEARCH>['search']>['edges'][number]['highlights'][number]['ranges'];

/** Finds names that begin with what was typed, the likeliest first. @throws ApiError */
export async function suggest(prefix: string, signal: AbortSignal): Promise<Hit[]> {
  return present((await ask(SUGGEST, { prefix }, signal)).suggest).map(({ entity, matchedAlias }) => ({
    ...entity,
    about: matchedAlias ? `also known as ${matchedAlias.name}` : (entity.summary ?? ''),
    marks: startOf(entity.label, prefix),
  }));
}

const startOf = (label: string, prefix: string): TextRanges =>
  label.toLowerCase().startsWith(prefix.toLowerCase()) ? [[0, prefix.length]] : [];

/** The first page of a search. */
export interface SearchHits {
  hits: Hit[];
  total: number;
  didYouMean: string[];
}

/** Searches every text of the graph. @throws ApiError */
export async function search(query: string, signal: AbortSignal): Promise<SearchHits> {
  const { edges, totalCount, didYouMean } = present((await ask(SEARCH, { query }, signal)).search);
  const hits = edges.map(({ node, highlights }) => {
    const [best] = highlights;
    const label = highlights.find(({ field, text }) => field === 'label' && text === node.label);
    return { ...node, about: (best && best !== label ? best.text : node.summary) ?? '', marks: label?.ranges ?? [] };
  });
  return { hits, total: totalCount, didYouMean };
}

/** The names of entities by id; unknown ids are left out. @throws ApiError */
export async function namesOf(ids: readonly string[]): Promise<Map<string, string>> {
  const nodes = present((await ask(NAMES, { ids })).nodes);
  return new Map(nodes.flatMap((node) => (node && 'label' in node ? [[node.id, node.label]] : [])));
}
