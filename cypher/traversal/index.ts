import { readCypher } from '../../src/graph/template.ts';
import type { Direction } from '../../src/model/kinds.ts';
import { type Fragment, fragment, fragmentOf } from '../../src/plan/fragment.ts';

/** What bounds a neighborhood. `labels` are Neo4j's; null stands for no bound. */
export interface NeighborhoodParams {
  types: readonly string[] | null;
  labels: readonly string[] | null;
  direction: Direction;
  limit: number;
  perHopLimit: number | null;
  /** Of a picture; its members are told it. */
  layout?: string | null;
  asOf?: string | null;
}
export interface GraphParams {
  types: readonly string[] | null;
  labels: readonly string[] | null;
  limit: number;
  layout: string;
  asOf?: string | null;
}
export interface PathParams {
  from: string;
  to: string;
  types: readonly string[] | null;
  limit: number;
  asOf?: string | null;
}

/** The furthest that each traversal may be asked to go. */
export const DEEPEST = 4;
export const LONGEST = 8;

/** Numbers that shape a text: each of them is one plan for Neo4j, and there are few. */
const upTo = <T>(most: number, make: (n: number) => T): readonly T[] =>
  Array.from({ length: most }, (_, i) => make(i + 1));

const hops = (origins: string, depth: number) =>
  [
    readCypher(`traversal/${origins}`),
    readCypher('traversal/begin'),
    ...upTo(depth, (distance) => readCypher('traversal/hop', { distance })),
    readCypher('traversal/end'),
  ].join('\n');

/** Texts by depth. A LIMIT takes no key, so only where a traversal starts may differ within a statement. */
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

/** One step for each length that a way can have. */
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
  if (found === undefined) throw new RangeError(`between 1 and ${list.length}, not ${number}`);
  return found;
};

/** Traversals. `node` is a map: members or paths, and how complete they are. */
export const traversal = {
  neighborhood: (depth: number) => chosen(byId, depth),
  neighborhoodHere: (depth: number) => chosen(here, depth),
  paths: (maxLength: number) => chosen(paths, maxLength),
  graph: fragmentOf<GraphParams>('traversal/graph', readCypher('traversal/graph'), []),
  members: fragment('traversal/members'),
  edges: fragment('traversal/edges'),
  standing: fragment('traversal/standing'),
  ties: fragment('traversal/ties'),
  labelled: fragment('traversal/labelled'),
  pathsFound: fragment('traversal/paths-found'),
  pathNodes: fragment('traversal/path-nodes'),
  pathHops: fragment('traversal/path-hops'),
};
