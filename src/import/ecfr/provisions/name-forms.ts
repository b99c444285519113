/**
 * A name that the law writes in several forms at once, such as "Exchange Purpose(s)", "Day or Days", or "Health network
 * (HN)".
 */

/** The length of a trademark sign at the start of a text: "®", or "TM" for a superscript sign. */
export const tradeMarkLength = (text: string): number => /^\s?(?:®|™|℠|(?:TM|SM)\b)/.exec(text)?.[0].length ?? 0;

const ABBREVIATION = /^(.+?)\s*\(([A-Za-z]?[A-Z][A-Za-z0-9/&-]{1,14})®?\)$/;
/** "Qualifying eligible professional (qualifying EP)" */
const SHORT_FORM = /^(.+?)\s*\(([\p{L}][\p{L} -]{1,40} [A-Z]{2,8})\)$/u;
const CORRELATIVE = /^(.+?)\s*\((?:including|and)\b[^()]*?\b(?:correlative|related|other forms|tenses)\b([^()]*)\)$/i;

/** Every name in a run of italics or a pair of quotation marks. The first name is the term. */
export function namesWithin(words: string): string[] {
  const bare = words.replaceAll(/[®™℠]/g, '').trim();
  const correlative = CORRELATIVE.exec(bare);
  if (correlative) {
    const others = [...(correlative[2] ?? '').matchAll(/[“"]([^”"]+?),?[”"]/g)].map(([, other]) => other ?? '');
    return unique([...namesWithin(correlative[1] ?? ''), ...others]);
  }
  const [, long, short] = ABBREVIATION.exec(bare) ?? SHORT_FORM.exec(bare) ?? [];
  if (long !== undefined && short !== undefined) return unique([...namesWithin(long), short]);
  return unique(inNumbers(bare) ?? splitByOr(bare).flatMap((name) => inNumbers(name) ?? [name]));
}

/** The singular and the plural: "Agreement(s)", "Entity/Entities", "Criterion (or criteria)". Null for any other name. */
function inNumbers(name: string): string[] | null {
  const [, singular, ending] = /^(.+\p{L})\((s|es)\)$/u.exec(name) ?? [];
  if (singular !== undefined) {
    return [
      singular,
      ending === 's' && /[^aeiou]y$/.test(singular) ? `${singular.slice(0, -1)}ies` : `${singular}${ending}`,
    ];
  }
  const [, before = '', one = '', other = ''] = /^(.*?)(\p{L}+)(?:\/| \(or )(\p{L}+)\)?$/u.exec(name) ?? [];
  return one !== '' && isForm(one, other) ? [before + one, before + other] : null;
}

/** Whether two words are forms of one: "entity" and "entities". */
const isForm = (one: string, other: string) =>
  one.slice(0, Math.max(3, one.length - 3)).toLowerCase() === other.slice(0, Math.max(3, one.length - 3)).toLowerCase();

/**
 * "Lessor or landlord" is two names. "Federal or State Agency", "sale or transfer of records" and "financial product or
 * service" are one each: "or" joins words inside a name when the name is a proper name, or when words around belong to both.
 */
function splitByOr(name: string): string[] {
  const [, first = '', second = ''] = /^(\S.*?) or (\S.*)$/.exec(name) ?? [];
  if (first === '' || /[(),]/.test(name)) return [name];
  const words = name.split(' ').filter((word) => !/^(?:or|of|the|and|for|to|in)$/.test(word));
  const isProper = words.length > 2 && words.every((word) => /^[\p{Lu}\p{N}]/u.test(word));
  const isShort = /^[A-Z][A-Za-z-]*[A-Z]+$/.test(second.split(' ').at(-1) ?? '');
  const isOtherForm = first.split(' ').some((word) => isForm(word, second.split(' ')[0] ?? ''));
  if (isShort || isOtherForm) return [first, second];
  const completed = !first.includes(' ') && / (?:of|to|for|in|under|with|by|from) /.test(second);
  const shared = first.includes(' ') && !second.includes(' ');
  return isProper || completed || shared ? [name] : [first, second];
}

const unique = (names: readonly string[]) => [...new Set(names.filter((name) => name !== ''))];
