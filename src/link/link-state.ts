/** The state that the linker stores in the graph, so that it relinks only the texts that a change can affect. */
import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { canonicalJson } from '../store/canonical.ts';
import type { TextOwner } from './mentions.ts';
import type { LinkedVocabulary } from './names.ts';
import { singularIn, tokensOf } from './tokens.ts';

/** The group that stores the state of the names. */
export const NAMES_GROUP = 'names';

/** A name that was added, removed, or changed in meaning. */
export interface ChangedName {
  words: readonly string[];
  /** The only vocabulary whose pages are searched for it. Undefined if all texts are searched. */
  onlyOn: string | undefined;
}

/**
 * A short hash of the meaning of each name. The key consists of the texts that are searched for the name, its
 * vocabulary, and its words.
 */
export function meaningsOf(vocabularies: readonly LinkedVocabulary[]): Map<string, string> {
  const meanings = vocabularies.flatMap(({ key: vocabulary, linking, names }) =>
    [...names].map(([key, shapes]): [string, string] => {
      const meaning = shapes.map(({ cases, capitals, senses }) => ({
        cases: [...cases],
        capitals,
        senses: senses.map(({ term: { id }, definitions, onlyWhereDefined }) => ({
          id,
          onlyWhereDefined,
          definitions: definitions.map(({ scope, from, to }) => [scope, from ?? '', to ?? ''].join(' ')),
        })),
      }));
      const where = linking === 'EVERYWHERE' ? '' : vocabulary;
      return [[where, vocabulary, key].join('\t'), hash(canonicalJson(meaning)).slice(0, 16)];
    }),
  );
  return new Map(meanings);
}

/** The names that were added, removed, or changed in meaning. */
export function changedNames(before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): ChangedName[] {
  const keys = new Set([...before.keys(), ...now.keys()].filter((key) => before.get(key) !== now.get(key)));
  return [...keys].map((key) => {
    const [where = '', , name = ''] = key.split('\t');
    return {
      words: name.split(' ').filter((word) => /[\p{L}\p{N}]/u.test(word)),
      onlyOn: where === '' ? undefined : where,
    };
  });
}

/**
 * The words of texts, as written and in the singular. A name can occur in a text only if all of its words are in this
 * set.
 */
export function wordsIn(owners: readonly TextOwner[]): Set<string> {
  const words = new Set<string>();
  for (const { texts, heading = '' } of owners) {
    for (const text of [heading, ...texts.map((held) => held.text)]) {
      for (const token of tokensOf(text)) words.add(token.word).add(singularIn(token));
    }
  }
  return words;
}

/**
 * A hash of everything in the texts that determines which names are found, and of where their own vocabularies are
 * linked.
 */
export function hashOfTexts(owners: readonly TextOwner[], vocabularies: readonly LinkedVocabulary[]): string {
  const all = createHash('sha256');
  for (const key of new Set(owners.flatMap(({ vocabulary }) => vocabulary ?? []))) {
    all.update(`${key} ${vocabularies.find((one) => one.key === key)?.linking ?? 'NOWHERE'}\n`);
  }
  for (const owner of owners) all.update(`${JSON.stringify(owner)}\n`);
  return all.digest('hex').slice(0, 32);
}

/** Compresses lines of text for storage. */
export const pack = (lines: Iterable<string>): Int8Array =>
  new Int8Array(gzipSync([...lines].join('\n'), { level: 1 }));

/** Decompresses lines that `pack` compressed. */
export const unpack = (packed: Int8Array): string[] => gunzipSync(Uint8Array.from(packed)).toString('utf8').split('\n');

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
