/**
 * Parses the arguments of a neighborhood from text: the query of a URL or the command line. The names and checks are
 * the same as in the API.
 */

import type { ExportFilter } from '../../cypher/export/index.ts';
import { RANKINGS } from '../../cypher/traversal/index.ts';
import { badInput } from '../graph/errors.ts';
import { DAY_FORM, isDay } from '../model/day.ts';
import { DIRECTIONS, ENTITY_KINDS, labelsOf } from '../model/kinds.ts';
import { RELATION_TYPES } from '../model/relations.ts';
import { onOneDay } from './dated-ids.ts';
import { checkOrigins, NEIGHBORHOOD_DEFAULTS, type NeighborhoodQuery, neighborhoodParams } from './neighborhood.ts';

/** Every argument: its name in the API, its purpose, and whether it can be repeated. */
export const ARGUMENTS = [
  { name: 'of', about: 'export only the neighborhood of the entities with these ids, such as Term:ehr', many: true },
  { name: 'depth', about: 'the maximum number of hops from these entities', many: false },
  { name: 'types', about: 'follow only relations of these types', many: true },
  { name: 'excludeTypes', about: 'do not follow relations of these types', many: true },
  { name: 'kinds', about: 'include only entities of these kinds', many: true },
  {
    name: 'vocabularies',
    about: 'limit terms and aliases to those from the vocabularies with these keys, such as nist',
    many: true,
  },
  { name: 'direction', about: 'the direction of the relations to follow: OUT, IN, or BOTH', many: false },
  {
    name: 'ranking',
    about: 'the ranking that determines which nodes are kept if there are too many: RELEVANCE or DEGREE',
    many: false,
  },
  { name: 'limit', about: 'the maximum number of nodes', many: false },
  { name: 'perHopLimit', about: 'the maximum number of new nodes at each distance', many: false },
  { name: 'asOf', about: 'include only relations in force on this date, such as 2026-01-31', many: false },
] as const;

/** The arguments that limit an export of the whole graph, too. */
const OF_WHOLE: readonly string[] = ['of', 'kinds', 'vocabularies'];

/** The names of the arguments. */
export const ARGUMENT_NAMES = ARGUMENTS.map(({ name }) => name);
type ArgumentName = (typeof ARGUMENTS)[number]['name'];

/** The limits of a whole-graph export, and its arguments in a fixed order. */
export interface WholeRequest {
  filter: ExportFilter;
  question: Readonly<Record<string, unknown>>;
}

/** A parsed neighborhood: the parameters of the statement, and all arguments in a fixed order for the exported file. */
export interface NeighborhoodRequest {
  params: NeighborhoodQuery;
  question: Readonly<Record<string, unknown>>;
}

/**
 * Parses the arguments of a neighborhood. Returns null if `of` is missing, because the request is then for the whole
 * graph (see `parseWhole`).
 *
 * @param given returns every value of an argument; one value can list several types or kinds, separated by commas
 * @throws GraphQLError BAD_USER_INPUT
 */
export function parseNeighborhood(given: (name: ArgumentName) => readonly string[]): NeighborhoodRequest | null {
  for (const { name, many } of ARGUMENTS) {
    if (!many && given(name).length > 1)
      throw badInput(`${name}: must be specified only once, not ${given(name).length} times`);
    if (!OF_WHOLE.includes(name) && given(name).length > 0 && given('of').length === 0) {
      throw badInput(
        `${name}: requires the argument "of"; an export of the whole graph accepts only kinds and vocabularies`,
      );
    }
  }
  if (given('of').length === 0) return null;
  const one = (name: ArgumentName) => given(name)[0];
  const some = <Value extends string>(name: ArgumentName, accepted: readonly Value[]) => someOf(given, name, accepted);
  const [day, perHop] = [one('asOf'), one('perHopLimit')];
  if (day !== undefined && !isDay(day)) throw badInput(`asOf: must be ${DAY_FORM}`);
  const { ids, asOf } = onOneDay('of', checkOrigins([...new Set(given('of'))]), day);
  const question = {
    of: inOrder(ids),
    depth: whole('depth', one('depth')) ?? NEIGHBORHOOD_DEFAULTS.depth,
    types: some('types', RELATION_TYPES),
    excludeTypes: some('excludeTypes', RELATION_TYPES),
    kinds: some('kinds', ENTITY_KINDS),
    vocabularies: listOf(given, 'vocabularies'),
    direction: chosen('direction', one('direction') ?? NEIGHBORHOOD_DEFAULTS.direction, DIRECTIONS),
    ranking: chosen('ranking', one('ranking') ?? NEIGHBORHOOD_DEFAULTS.ranking, RANKINGS),
    limit: whole('limit', one('limit')) ?? NEIGHBORHOOD_DEFAULTS.limit,
    perHopLimit: whole('perHopLimit', perHop) ?? null,
    asOf: asOf ?? null,
  };
  const params = { of: question.of, depth: question.depth, ranking: question.ranking, ...neighborhoodParams(question) };
  return { params, question };
}

/** Parses the arguments that limit a whole-graph export. Throws GraphQLError BAD_USER_INPUT. */
export function parseWhole(given: (name: ArgumentName) => readonly string[]): WholeRequest {
  const kinds = someOf(given, 'kinds', ENTITY_KINDS);
  const vocabularies = listOf(given, 'vocabularies');
  return { filter: { labels: labelsOf(kinds), vocabularies }, question: { kinds, vocabularies } };
}

type Given = (name: ArgumentName) => readonly string[];

/** The values of an argument in order, or null. Commas separate several values. */
function listOf(given: Given, name: ArgumentName): string[] | null {
  const values = given(name).flatMap((value) => value.split(','));
  return values.length === 0 ? null : inOrder(values);
}

function someOf<Value extends string>(given: Given, name: ArgumentName, accepted: readonly Value[]): Value[] | null {
  return listOf(given, name)?.map((value) => chosen(name, value, accepted)) ?? null;
}

/** Sorts values and removes duplicates, so equal requests have equal entity tags. */
const inOrder = <Value extends string>(values: readonly Value[]): Value[] => [...new Set(values)].sort();

function chosen<Value extends string>(name: ArgumentName, value: string, accepted: readonly Value[]): Value {
  const found = accepted.find((one) => one === value);
  if (found === undefined) throw badInput(`${name}: must be one of ${accepted.join(', ')}, not "${value}"`);
  return found;
}

function whole(name: ArgumentName, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!/^-?\d{1,9}$/.test(value)) throw badInput(`${name}: must be a whole number, not "${value}"`);
  return Number(value);
}
