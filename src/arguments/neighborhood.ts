/** The arguments of a neighborhood for GraphQL, URLs, and the command line. */
import { DEEPEST, type NeighborhoodParams, type Ranking } from '../../cypher/traversal/index.ts';
import { badInput } from '../graph/errors.ts';
import { type Direction, type EntityKind, labelsOf } from '../model/kinds.ts';
import type { RelationType } from '../model/relations.ts';
import { checkRange } from './checks.ts';

/** The limits of one traversal. The server checks them before the statement runs. */
export const MOST = { origins: 50, nodes: 2_000, graphNodes: 20_000, paths: 50 } as const;

/** The default values of the arguments. */
export const NEIGHBORHOOD_DEFAULTS = { depth: 1, direction: 'BOTH', ranking: 'RELEVANCE', limit: 100 } as const;

/** The arguments that limit a neighborhood. */
export interface NeighborhoodArgs {
  depth: number;
  types?: readonly RelationType[] | null | undefined;
  excludeTypes?: readonly RelationType[] | null | undefined;
  kinds?: readonly EntityKind[] | null | undefined;
  vocabularies?: readonly string[] | null | undefined;
  direction: Direction;
  limit: number;
  perHopLimit?: number | null | undefined;
  asOf?: string | null | undefined;
}

/** The checked arguments of a neighborhood. */
export interface NeighborhoodQuery extends NeighborhoodParams {
  of: readonly string[];
  depth: number;
  ranking: Ranking;
}

/** Checks the arguments and converts them to parameters of the statement. Throws GraphQLError BAD_USER_INPUT. */
export function neighborhoodParams(args: NeighborhoodArgs): NeighborhoodParams {
  const { depth, types, excludeTypes, kinds, vocabularies, direction, limit, perHopLimit, asOf } = args;
  checkRange('depth', depth, 1, DEEPEST);
  return {
    types: types ?? null,
    excludeTypes: excludeTypes ?? null,
    labels: labelsOf(kinds),
    vocabularies: vocabularies ?? null,
    direction,
    limit: checkRange('limit', limit, 1, MOST.nodes),
    perHopLimit: perHopLimit == null ? null : checkRange('perHopLimit', perHopLimit, 1, MOST.nodes),
    asOf,
  };
}

/** Checks that there are not too many origins. Throws GraphQLError BAD_USER_INPUT. */
export function checkOrigins<Id>(of: readonly Id[]): readonly Id[] {
  if (of.length > MOST.origins) throw badInput(`of: must contain at most ${MOST.origins} ids, not ${of.length}`);
  return of;
}
