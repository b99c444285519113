/** Parses the address of a list of changes. The feeds accept the same parameters. */
import { badInput } from '../../graph/errors.ts';
import { CHANGE_KINDS, type ChangeKind, NEWS_KINDS } from '../../model/change.ts';
import { type CfrCitation, formatCitation } from '../../model/citation.ts';
import { DAY_FORM, isDay } from '../../model/day.ts';
import { citationIn } from '../../view/address.ts';

/** The scope of a list of changes, and its order. */
export interface ChangesAsked {
  /** The canonical citation of a section or a larger division. Null for all law. */
  within: string | null;
  /** The original input, if it is not a citation. */
  unread: string | null;
  from: string | null;
  to: string | null;
  kinds: readonly ChangeKind[];
  isOldestFirst: boolean;
  /** The cursor after which the list continues, in the order of the list. */
  after: string | null;
}

/**
 * Parses the parameters of a page.
 *
 * @throws GraphQLError BAD_USER_INPUT for days, kinds, and orders that the page's form does not send
 */
export function changesAsked(given: URLSearchParams): ChangesAsked {
  const written = given.get('within')?.trim() || null;
  const place = written === null ? null : citationIn(written);
  const order = given.get('order') || 'newest';
  if (order !== 'newest' && order !== 'oldest') throw badInput(`order: must be newest or oldest, not "${order}"`);
  return {
    within: place && wholeSection(place),
    unread: place === null ? written : null,
    from: dayGiven(given, 'from'),
    to: dayGiven(given, 'to'),
    kinds: kindsGiven(given),
    isOldestFirst: order === 'oldest',
    after: given.get('after') || null,
  };
}

/** The changes of a paragraph belong to its section. */
const wholeSection = (place: CfrCitation): string => formatCitation({ ...place, paragraphs: [] });

/**
 * A date in the parameters of an address. Null if it is absent, or empty like an empty form field.
 *
 * @throws GraphQLError BAD_USER_INPUT if it is not a date
 */
export function dayGiven(given: URLSearchParams, name: string): string | null {
  const day = given.get(name) || null;
  if (day !== null && !isDay(day)) throw badInput(`${name}: must be ${DAY_FORM}`);
  return day;
}

/**
 * The kinds in the parameters of an address, either in separate parameters or in a comma-separated list. Without any,
 * the default kinds.
 *
 * @throws GraphQLError BAD_USER_INPUT for a kind that does not exist
 */
export function kindsGiven(given: URLSearchParams): readonly ChangeKind[] {
  const written = given.getAll('kinds').flatMap((list) => list.split(','));
  return written.length === 0 ? NEWS_KINDS : written.map(kindIn);
}

function kindIn(written: string): ChangeKind {
  const kind = CHANGE_KINDS.find((one) => one === written);
  if (kind === undefined)
    throw badInput(`kinds: each value must be one of ${CHANGE_KINDS.join(', ')}, not "${written}"`);
  return kind;
}

/** The address of a list of changes. Null and absent values are omitted. */
export function changesAddress(
  asked: Partial<Pick<ChangesAsked, 'within' | 'from' | 'to' | 'kinds' | 'after' | 'isOldestFirst'>>,
  path = '/changes',
): string {
  const { within, from, to, kinds = NEWS_KINDS, after, isOldestFirst = false } = asked;
  const isNews = kinds.length === NEWS_KINDS.length && NEWS_KINDS.every((kind) => kinds.includes(kind));
  const parameters = new URLSearchParams({
    ...(within && { within }),
    ...(from && { from }),
    ...(to && { to }),
    ...(!isNews && { kinds: kinds.join(',') }),
    ...(isOldestFirst && { order: 'oldest' }),
    ...(after && { after }),
  });
  return parameters.size === 0 ? path : `${path}?${parameters}`;
}
