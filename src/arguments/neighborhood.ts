/** What a neighborhood may be asked, the same wherever it is asked: in GraphQL, by a URL, on the command line. */
import { DEEPEST, type NeighborhoodParams } from '../../cypher/traversal/index.ts';
import { badInput } from '../graph/errors.ts';
import { type Direction, type EntityKind, labelsOf } from '../model/kinds.ts';
import type { RelationType } from '../model/relations.ts';
import { checkRange } from './checks.ts';

/** As much as one traversal may ask. Refused before the database is asked. */
export const MOST = { origins: 50, nodes: 2_000, graphNodes: 20_000, paths: 50 } as const;

/** What is taken where nothing is said. */
export const NEIGHBORHOOD_DEFAULTS = { depth: 1, direction: 'BOTH', limit: 100 } as const;

/** The arguments that bound a neighborhood. */
export interface NeighborhoodArgs {
  depth: number;
  types?: readonly RelationType[] | null | undefined;
  kinds?: readonly EntityKind[] | null | undefined;
  direction: Direction;
  limit: number;
  perHopLimit?: number | null | undefined;
  asOf?: string | null | undefined;
}

/** What a neighborhood is asked: the arguments of the API's field, checked. */
export interface NeighborhoodQuery extends NeighborhoodParams {
  of: readonly string[];
  depth: number;
}

/** Arguments checked, and turned into what the Cypher takes. Throws BAD_USER_INPUT. */
export function neighborhoodParams(args: NeighborhoodArgs): NeighborhoodParams {
  const { depth, types, kinds, direction, limit, perHopLimit, asOf } = args;
  checkRange('depth', depth, 1, DEEPEST);
  return {
    types: types ?? null,
    labels: labelsOf(kinds),
    direction,
    limit: checkRange('limit', limit, 1, MOST.nodes),
    perHopLimit: perHopLimit == null ? null : checkRange('perHopLimit', perHopLimit, 1, MOST.nodes),
    ...(asOf !== undefined && { asOf }),
  };
}

/** The entities that a neighborhood begins at, which are not too many. Throws BAD_USER_INPUT. */
export function checkOrigins<Id>(of: readonly Id[]): readonly Id[] {
  if (of.length > MOST.origins) throw badInput(`of: at most ${MOST.origins} ids, not ${of.length}`);
  return of;
}
