/**
 * Other spellings that a name might have in the graph: singular and plural, American instead of British, and without a
 * possessive.
 */
import { formsOf, nameKey, withoutPossessives } from './words.ts';

/**
 * Rules that turn a British spelling into an American one, applied to each word. A rule can produce a word that does not exist, such
 * as "exercize". No name matches such a word, so it does no harm.
 */
const AMERICAN: readonly (readonly [RegExp, string])[] = [
  [/is(e|ed|es|er|ers|ing|ation|ations|able)$/, 'iz$1'],
  [/ys(e|ed|es|er|ers|ing)$/, 'yz$1'],
  [/our(|s|ed|ing|al|able|ite|ites)$/, 'or$1'],
  [/(cent|fib|met|lit|theat)re(|s|d)$/, '$1er$2'],
  [/(lic|def|off|pret)ence(|s)$/, '$1ense$2'],
  [/ogue(|s)$/, 'og$1'],
  [/^programme(|s)$/, 'program$1'],
  [/^cheque(|s)$/, 'check$1'],
  [/^judgement(|s)$/, 'judgment$1'],
  [/(enrol|fulfil|instal)(ment|ments|s|)$/, '$1l$2'],
  [/ll(ed|ing|er|ers)$/, 'l$1'],
  [/^(a?n?)ae/, '$1e'],
  [/(an|p|h|orthop|gyn|leuk)ae(?=[a-z])/, '$1e'],
  [/oe(?=[dst])/, 'e'],
];

const american = (word: string): string =>
  AMERICAN.reduce((said, [british, ours]) => (said === word ? said.replace(british, ours) : said), word);

/**
 * The other keys (`nameKey`) that a name might have, closest first: without a possessive, in American spelling, and in
 * the singular or plural. Empty for a name without other spellings.
 */
export function otherSpellings(name: string): string[] {
  const key = nameKey(name);
  const plain = nameKey(withoutPossessives(name).replace(/(?<=\p{L}s)['’](?!\p{L})/gu, ''));
  const words = plain.split(' ');
  const spelled = [plain, words.map(american).join(' ')];
  const all = spelled.flatMap((one) => {
    const [last = ''] = one.split(' ').slice(-1);
    return formsOf(last).map((form) => one.slice(0, one.length - last.length) + form);
  });
  return [...new Set([...spelled, ...all])].filter((one) => one !== key && one !== '');
}
