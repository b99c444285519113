/** What the search boxes ask. */
import type { EntityKind } from '../../../model/kinds.ts';
import { ask } from './client.ts';
import { NAMES, SEARCH, SUGGEST } from './documents.ts';

/** Something found. */
export interface Hit {
  id: string;
  kind: EntityKind;
  label: string;
  /** Why it was found, or what it is. */
  about: string;
  /** Pairs of start and end in `label` that were typed. */
  marks: [number, number][];
}

interface Found {
  id: string;
  kind: EntityKind;
  label: string;
  summary: string | null;
}

/** What begins as what was typed, the likeliest first. @throws ApiError */
export async function suggest(prefix: string, signal: AbortSignal): Promise<Hit[]> {
  type Data = { suggest: { entity: Found; matchedAlias: { name: string } | null }[] };
  const { suggest: found } = await ask<Data>(SUGGEST, { prefix }, signal);
  return found.map(({ entity, matchedAlias }) => ({
    ...entity,
    about: matchedAlias ? `also known as ${matchedAlias.name}` : (entity.summary ?? ''),
    marks: startOf(entity.label, prefix),
  }));
}

const startOf = (label: string, prefix: string): [number, number][] =>
  label.toLowerCase().startsWith(prefix.toLowerCase()) ? [[0, prefix.length]] : [];

/** What a search finds. */
export interface Search {
  hits: Hit[];
  total: number;
  didYouMean: string[];
}

/** Looks everywhere. @throws ApiError */
export async function search(query: string, signal: AbortSignal): Promise<Search> {
  type Data = {
    search: {
      totalCount: number;
      didYouMean: string[];
      edges: { node: Found; highlights: { field: string; text: string; ranges: [number, number][] }[] }[];
    };
  };
  const { search: found } = await ask<Data>(SEARCH, { query }, signal);
  const hits = found.edges.map(({ node, highlights }) => {
    const [best] = highlights;
    const label = highlights.find(({ field, text }) => field === 'label' && text === node.label);
    return { ...node, about: (best && best !== label ? best.text : node.summary) ?? '', marks: label?.ranges ?? [] };
  });
  return { hits, total: found.totalCount, didYouMean: found.didYouMean };
}

/** Names of entities that an address names; unknown ones are left out. @throws ApiError */
export async function namesOf(ids: readonly string[]): Promise<Map<string, string>> {
  const { nodes } = await ask<{ nodes: ({ id: string; label: string } | null)[] }>(NAMES, { ids });
  return new Map(nodes.flatMap((node) => (node ? [[node.id, node.label]] : [])));
}
