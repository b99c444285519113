import { createHash } from 'node:crypto';
import { groupBy } from '../model/group.ts';
import { nameKey } from '../search/words.ts';

/** A name in the form of an id, such as "Electronic health record" → "electronic-health-record". */
export function slugOf(name: string): string {
  return nameKey(name)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

/**
 * Characters that distinguish names: without its plus signs "C++" is another name. A slug may drop all other punctuation.
 */
const TELLS_MORE = /[^\p{L}\p{M}\p{N}\s\p{Pd}'’‘"“”().,/:;!?&_§®™…]/u;
const LONGEST = 120;
const SUFFIX = 8;

/**
 * Creates a unique slug for each name. If `slugOf` would drop a distinguishing character or give two names the same
 * slug, a suffix is added. The suffix depends only on the name, so the order of names does not matter.
 *
 * @param keys the `spellingKey` of each name, without duplicates
 */
export function distinctSlugs(keys: Iterable<string>, isTaken: (slug: string) => boolean): Map<string, string> {
  const slugs = new Map<string, string>();
  for (const [base, rivals] of groupBy([...keys], slugOf)) {
    const plain = base === '' || base.length > LONGEST || isTaken(base) ? undefined : plainest(base, rivals);
    for (const key of rivals) slugs.set(key, key === plain ? base : withSuffix(base, key));
  }
  return slugs;
}

/** The name that gets the plain slug: the one closest to it. */
function plainest(base: string, keys: readonly string[]): string | undefined {
  const distance = (key: string) => (key.replaceAll(' ', '-') === base ? 0 : key.length);
  return keys
    .filter((key) => !TELLS_MORE.test(key))
    .sort((a, b) => distance(a) - distance(b) || (a < b ? -1 : 1))
    .at(0);
}

function withSuffix(base: string, key: string): string {
  const suffix = createHash('sha256').update(key).digest('hex').slice(0, SUFFIX);
  const start = base.slice(0, LONGEST - SUFFIX - 1).replace(/-$/, '');
  return start === '' ? suffix : `${start}-${suffix}`;
}
