import { readCypher } from '../../src/graph/template.ts';
import type { Direction } from '../../src/model/kinds.ts';
import { type Fragment, fragment, fragmentOf } from '../../src/plan/fragment.ts';

/** The bounds of a neighborhood. `labels` are Neo4j labels; null means no bound. */
export interface NeighborhoodParams {
  types: readonly string[] | null;
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

const hops = (origins: string, depth: number) =>
  [
    readCypher(`traversal/${origins}`),
    readCypher('traversal/begin'),
    ...upTo(depth, (distance) => readCypher('traversal/hop', { distance })),
    readCypher('traversal/end'),
  ].join('\n');

/** Texts by depth. A LIMIT cannot differ within a statement, so only the origins may. */
const byId = upTo(DEEPEST, (depth) =>
  fragmentOf<{ of: readonly string[] } & NeighborhoodParams>(
    `traversal/neighborhood-${depth}`,
    hops('origins-by-id', depth),
    ['of'],
  ),
);
const here = upTo(DEEPEST, (depth) =>
  fragmentOf<NeighborhoodParams>(`traversal/neighborhood-here-${depth}`, hops('origins-here', depth), []),
);

/** Texts by the greatest length, with one search for each length. */
const paths = upTo(LONGEST, (maxLength) =>
  fragmentOf<PathParams>(
    `traversal/paths-${maxLength}`,
    [
      readCypher('traversal/paths-begin'),
      ...upTo(maxLength, (groups) => readCypher('traversal/paths-group', { groups, maxLength })),
      readCypher('traversal/paths-end'),
    ].join('\n'),
    ['from', 'to'],
  ),
);

const chosen = <T>(list: readonly Fragment<T>[], number: number): Fragment<T> => {
  const found = list[number - 1];
  if (found === undefined) throw new RangeError(`must be between 1 and ${list.length}, not ${number}`);
  return found;
};

/** Traversals. `node` is a map: members or paths, and their completeness. */
export const traversal = {
  neighborhood: (depth: number) => chosen(byId, depth),
  neighborhoodHere: (depth: number) => chosen(here, depth),
  paths: (maxLength: number) => chosen(paths, maxLength),
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
