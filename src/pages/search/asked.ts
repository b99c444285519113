/** Parses the address of a search, and creates addresses of similar searches. */
import { badInput } from '../../graph/errors.ts';
import { DAY_FORM, isDay } from '../../model/day.ts';
import { ENTITY_KINDS, type EntityKind } from '../../model/kinds.ts';
import { GLOSSOGRAPH, LAW } from '../../model/vocabulary.ts';

/** The search that an address describes. The names are those of the API's arguments. */
export interface SearchAsked {
  q: string;
  /** The kinds. Empty for all kinds. */
  kinds: readonly EntityKind[];
  /** The keys of the vocabularies. Terms in other vocabularies are omitted. */
  vocabularies: readonly string[];
  within: string | null;
  asOf: string | null;
  after: string | null;
}

/** The default vocabularies of a search: Glossograph's own vocabulary and the vocabulary of the law. */
export const USUAL_VOCABULARIES: readonly string[] = [GLOSSOGRAPH.key, LAW.key];

/**
 * Parses the parameters of a search. Commas separate several kinds or vocabularies. @throws GraphQLError BAD_USER_INPUT
 */
export function readSearch(given: URLSearchParams): SearchAsked {
  const text = (name: string) => given.get(name)?.trim() || null;
  const list = (name: string) => [
    ...new Set(given.getAll(name).flatMap((value) => value.split(',').filter((one) => one !== ''))),
  ];
  const asOf = text('asOf');
  if (asOf !== null && !isDay(asOf)) throw badInput(`asOf: must be ${DAY_FORM}`);
  const vocabularies = list('vocabularies');
  return {
    q: text('q') ?? '',
    kinds: list('kinds').map(kindNamed),
    vocabularies: vocabularies.length === 0 ? USUAL_VOCABULARIES : vocabularies,
    within: text('within'),
    asOf,
    after: text('after'),
  };
}

function kindNamed(name: string): EntityKind {
  const kind = ENTITY_KINDS.find((one) => one === name);
  if (kind === undefined) throw badInput(`kinds: must be one of ${ENTITY_KINDS.join(', ')}, not "${name}"`);
  return kind;
}

/** The address of a search. A changed search starts at the first page unless the change specifies another page. */
export function searchAddress(asked: SearchAsked, changes: Partial<SearchAsked> = {}): string {
  const { q, kinds, vocabularies, within, asOf, after } = { ...asked, after: null, ...changes };
  const parameters: [string, string | null][] = [
    ['q', q],
    ['kinds', kinds.join(',')],
    ['vocabularies', areUsual(vocabularies) ? null : vocabularies.join(',')],
    ['within', within],
    ['asOf', asOf],
    ['after', after],
  ];
  return `/search?${new URLSearchParams(parameters.flatMap(([name, value]) => (value ? [[name, value]] : [])))}`;
}

/** Whether these are the default vocabularies. */
export const areUsual = (keys: readonly string[]): boolean =>
  keys.length === USUAL_VOCABULARIES.length && USUAL_VOCABULARIES.every((key) => keys.includes(key));

/** Whether the search is limited by anything other than the words and the vocabularies. */
export const isLimited = ({ kinds, within, asOf }: SearchAsked): boolean =>
  kinds.length > 0 || within !== null || asOf !== null;
