/** The arguments of a neighborhood as text: in a URL's query, on the command line. Names and checks are those of the API. */

import { badInput } from '../graph/errors.ts';
import { DAY_FORM, isDay } from '../model/day.ts';
import { DIRECTIONS, ENTITY_KINDS } from '../model/kinds.ts';
import { RELATION_TYPES } from '../model/relations.ts';
import { checkOrigins, NEIGHBORHOOD_DEFAULTS, type NeighborhoodQuery, neighborhoodParams } from './neighborhood.ts';

/** An argument: its name in the API, what it is for, and whether it may be given several times. */
export const ARGUMENTS = [
  { name: 'of', about: 'only what is around these entities, by their ids: Term:ehr', many: true },
  { name: 'depth', about: 'hops from there', many: false },
  { name: 'types', about: 'follow only these types of relation', many: true },
  { name: 'kinds', about: 'enter only these kinds of entity', many: true },
  { name: 'direction', about: 'follow only these directions: OUT, IN, BOTH', many: false },
  { name: 'limit', about: 'at most so many nodes', many: false },
  { name: 'perHopLimit', about: 'at most so many new nodes at each distance', many: false },
  { name: 'asOf', about: 'only what is in force on that day', many: false },
] as const;

export const ARGUMENT_NAMES = ARGUMENTS.map(({ name }) => name);
type Name = (typeof ARGUMENTS)[number]['name'];

/** A question: what the statement takes, and how it is told, with every argument and in one order. */
export interface NeighborhoodRequest {
  params: NeighborhoodQuery;
  question: Readonly<Record<string, unknown>>;
}

/**
 * Reads a question. Null when no `of` is given: it is the whole graph then, which takes no other argument.
 *
 * @param given every value of an argument; of several types or kinds, one value may hold them all, parted by commas
 * @throws GraphQLError BAD_USER_INPUT
 */
export function parseNeighborhood(given: (name: Name) => readonly string[]): NeighborhoodRequest | null {
  for (const { name, many } of ARGUMENTS) {
    if (!many && given(name).length > 1) throw badInput(`${name}: once, not ${given(name).length} times`);
    if (name !== 'of' && given(name).length > 0 && given('of').length === 0) {
      throw badInput(`${name}: only beside "of", for what is around it; the whole graph takes no arguments`);
    }
  }
  if (given('of').length === 0) return null;
  const one = (name: Name) => given(name)[0];
  const some = <Value extends string>(name: Name, accepted: readonly Value[]): Value[] | null => {
    const values = given(name).flatMap((value) => value.split(','));
    return values.length === 0 ? null : inOrder(values.map((value) => chosen(name, value, accepted)));
  };
  const [day, perHop] = [one('asOf'), one('perHopLimit')];
  if (day !== undefined && !isDay(day)) throw badInput(`asOf: ${DAY_FORM}`);
  const question = {
    of: inOrder(checkOrigins([...new Set(given('of'))])),
    depth: whole('depth', one('depth')) ?? NEIGHBORHOOD_DEFAULTS.depth,
    types: some('types', RELATION_TYPES),
    kinds: some('kinds', ENTITY_KINDS),
    direction: chosen('direction', one('direction') ?? NEIGHBORHOOD_DEFAULTS.direction, DIRECTIONS),
    limit: whole('limit', one('limit')) ?? NEIGHBORHOOD_DEFAULTS.limit,
    perHopLimit: whole('perHopLimit', perHop) ?? null,
    asOf: day ?? null,
  };
  const params = { of: question.of, depth: question.depth, ...neighborhoodParams(question) };
  return { params, question };
}

/** The order in which arguments came plays no part, nor does saying something twice. */
const inOrder = <Value extends string>(values: readonly Value[]): Value[] => [...new Set(values)].sort();

function chosen<Value extends string>(name: Name, value: string, accepted: readonly Value[]): Value {
  const found = accepted.find((one) => one === value);
  if (found === undefined) throw badInput(`${name}: ${accepted.join(', ')}, not "${value}"`);
  return found;
}

function whole(name: Name, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!/^-?\d{1,9}$/.test(value)) throw badInput(`${name}: a whole number, not "${value}"`);
  return Number(value);
}
