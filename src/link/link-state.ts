/** What linking notes of itself in the graph, so that it links again only what something new can touch. */
import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { canonicalJson } from '../store/canonical.ts';
import type { TextOwner } from './mentions.ts';
import { singularIn, tokensOf } from './tokens.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The group under which the names are noted. */
export const NAMES_GROUP = 'names';

/** What each name meant, by key: a short hash of it. */
export function meaningsOf({ names }: Vocabulary): Map<string, string> {
  const meanings = [...names].map(([key, shapes]): [string, string] => {
    const said = shapes.map(({ cases, capitals, senses }) => ({
      cases: [...cases],
      capitals,
      senses: senses.map(({ term: { id, definitions }, onlyWhereDefined }) => ({
        id,
        onlyWhereDefined,
        definitions: definitions.map(({ scope, from, to }) => [scope, from ?? '', to ?? ''].join(' ')),
      })),
    }));
    return [key, hash(canonicalJson(said)).slice(0, 16)];
  });
  return new Map(meanings);
}

/** The keys of names that came, went or mean something else, each as the words that it takes. */
export function changedNames(before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): string[][] {
  const keys = new Set([...before.keys(), ...now.keys()].filter((key) => before.get(key) !== now.get(key)));
  return [...keys].map((key) => key.split(' ').filter((word) => /[\p{L}\p{N}]/u.test(word)));
}

/** The words of texts, as they are and in the singular: no name stands there that has another. */
export function wordsIn(holders: readonly TextOwner[]): Set<string> {
  const words = new Set<string>();
  for (const { texts } of holders) {
    for (const { text } of texts) {
      for (const token of tokensOf(text)) words.add(token.word).add(singularIn(token));
    }
  }
  return words;
}

/** Hash of all that decides, beside the names, what is found in texts. */
export function hashOfTexts(holders: readonly TextOwner[]): string {
  const all = createHash('sha256');
  for (const holder of holders) all.update(`${JSON.stringify(holder)}\n`);
  return all.digest('hex').slice(0, 32);
}

/** Lines, compressed: nobody reads them but the next linking. */
export const pack = (lines: Iterable<string>): Int8Array =>
  new Int8Array(gzipSync([...lines].join('\n'), { level: 1 }));

/** What `pack` made. */
export const unpack = (packed: Int8Array): string[] => gunzipSync(Uint8Array.from(packed)).toString('utf8').split('\n');

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
