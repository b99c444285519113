import { readCypher } from '../../src/graph/template.ts';
import type { Direction } from '../../src/model/kinds.ts';
import { type Fragment, fragment, fragmentOf } from '../../src/plan/fragment.ts';

/** By what nodes are kept when there are too many: see docs/relevance.md. */
export const RANKINGS = ['RELEVANCE', 'DEGREE'] as const;
export type Ranking = (typeof RANKINGS)[number];

/** The bounds of a neighborhood. `labels` are Neo4j labels; null means no bound. */
export interface NeighborhoodParams {
  types: readonly string[] | null;
  excludeTypes: readonly string[] | null;
  labels: readonly string[] | null;
  vocabularies: readonly string[] | null;
  direction: Direction;
  limit: number;
  perHopLimit: number | null;
  /** The layout of the picture, if one is drawn. */
  layout?: string | null;
  asOf?: string | null | undefined;
}
export interface GraphParams {
  types: readonly string[] | null;
  excludeTypes: readonly string[] | null;
  ranking: Ranking;
  labels: readonly string[] | null;
  vocabularies: readonly string[] | null;
  limit: number;
  layout: string;
  asOf?: string | null | undefined;
}
export interface PathParams {
  from: string;
  to: string;
  types: readonly string[] | null;
  excludeTypes: readonly string[] | null;
  /** The Neo4j labels of the entities between the ends. */
  labels: readonly string[] | null;
  limit: number;
  asOf?: string | null | undefined;
}

/** The completeness that the row of every traversal has. */
export interface CompletenessRow {
  exact: boolean;
  reasons: ('LIMIT' | 'PER_HOP_LIMIT' | 'DEPTH' | 'TIMEOUT')[];
  omittedNodes: number;
}

/** A row of `members`. The statement also reads the entity, where the client selects it. */
export interface MemberRow {
  distance: number;
  degree: number;
  /** From 0 to 1. */
  relevance: number;
}
/** A row of `layoutMembers`. */
export type LayoutMemberRow = readonly [id: string, distance: number];
/** A row of `layoutEdges`: the index of one end among the members, and the id of the other. */
export type LayoutEdgeRow = readonly [index: number, otherId: string, weight: number | null];

/** The largest `depth` of a neighborhood. */
export const DEEPEST = 4;
/** The largest `maxLength` of a path. */
export const LONGEST = 8;

/** A text for each small number. Neo4j keeps a plan for each. */
const upTo = <T>(most: number, make: (n: number) => T): readonly T[] =>
  Array.from({ length: most }, (_, i) => make(i + 1));

const hops = (origins: string, ranking: Ranking, depth: number) => {
  const by = ranking === 'RELEVANCE' ? 'relevance-' : '';
  return [
    readCypher(`traversal/${origins}`),
    readCypher(`traversal/${by}begin`),
    ...upTo(depth, (distance) => readCypher(`traversal/${by}hop`, { distance })),
    readCypher(`traversal/${by}end`),
  ].join('\n');
};

/** Texts by ranking and depth. A LIMIT cannot differ within a statement, so only the origins may. */
const byId = byRanking((ranking) =>
  upTo(DEEPEST, (depth) =>
    fragmentOf<{ of: readonly string[] } & NeighborhoodParams>(
      `traversal/neighborhood-${ranking}-${depth}`,
      hops('origins-by-id', ranking, depth),
      ['of'],
    ),
  ),
);
const here = byRanking((ranking) =>
  upTo(DEEPEST, (depth) =>
    fragmentOf<NeighborhoodParams>(
      `traversal/neighborhood-here-${ranking}-${depth}`,
      hops('origins-here', ranking, depth),
      [],
    ),
  ),
);

function byRanking<T>(make: (ranking: Ranking) => T): Readonly<Record<Ranking, T>> {
  return { RELEVANCE: make('RELEVANCE'), DEGREE: make('DEGREE') };
}

/** The bounds of a search for paths: what is read of it, and what a search for longer paths than the shortest may go through. */
const PATHS = { most: 100, mostLonger: 200, mostRead: 500, mostThrough: 10_000 };

/** The lengths of a search for longer paths: each is a text of its own, which Neo4j has to plan, so these are few. */
const lengthsUpTo = (maxLength: number) => [...[4, 6].filter((length) => length < maxLength), maxLength];

/** Texts by ranking and the greatest length. */
const paths = byRanking((ranking) =>
  upTo(LONGEST, (maxLength) => {
    const isByRelevance = ranking === 'RELEVANCE';
    const values = { ...PATHS, maxLength, searches: isByRelevance ? 2 : 1 };
    const lengths = lengthsUpTo(maxLength);
    return fragmentOf<PathParams>(
      `traversal/paths-${ranking}-${maxLength}`,
      [
        ...['begin', 'shortest', 'reach'].map((part) => readCypher(`traversal/paths-${part}`, values)),
        ...lengths.map((length, i) =>
          readCypher('traversal/paths-longer', { ...values, length, next: lengths[i + 1] ?? Number.MAX_SAFE_INTEGER }),
        ),
        readCypher('traversal/paths-candidates', values),
        readCypher(isByRelevance ? 'traversal/paths-relevance' : 'traversal/paths-by-length'),
        readCypher('traversal/paths-end'),
      ].join('\n'),
      ['from', 'to'],
    );
  }),
);

const chosen = <T>(list: readonly Fragment<T>[], number: number): Fragment<T> => {
  const found = list[number - 1];
  if (found === undefined) throw new RangeError(`must be between 1 and ${list.length}, not ${number}`);
  return found;
};

/** Traversals. `node` is a map: members or paths, and their completeness. */
export const traversal = {
  neighborhood: (depth: number, ranking: Ranking) => chosen(byId[ranking], depth),
  neighborhoodHere: (depth: number, ranking: Ranking) => chosen(here[ranking], depth),
  paths: (maxLength: number, ranking: Ranking) => chosen(paths[ranking], maxLength),
  graph: fragmentOf<GraphParams>('traversal/graph', readCypher('traversal/graph'), []),
  members: fragment('traversal/members'),
  edges: fragment('traversal/edges'),
  layoutMembers: fragment('traversal/layout-members'),
  layoutEdges: fragment('traversal/layout-edges'),
  labelOrder: fragment('traversal/label-order'),
  pathsFound: fragment('traversal/paths-found'),
  pathNodes: fragment('traversal/path-nodes'),
  pathHops: fragment('traversal/path-hops'),
};
