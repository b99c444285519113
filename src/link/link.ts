import type { Driver } from 'neo4j-driver';
import { type LinkStateRow, link } from '../../cypher/link/index.ts';
import { store } from '../../cypher/store/index.ts';
import { runAll } from '../graph/pipeline.ts';
import { type Runner, run } from '../graph/run.ts';
import { dataVersionOf } from '../model/data-version.ts';
import { isOriginOf, LINKING, linkGroupsOf, originOf, PAGES_GROUP, vocabularyOfGroup } from '../model/origins.ts';
import { inOneTransaction } from '../store/transaction.ts';
import { writeWithin } from '../store/write.ts';
import {
  type ChangedName,
  changedNames,
  hashOfTexts,
  meaningsOf,
  NAMES_GROUP,
  pack,
  unpack,
  wordsIn,
} from './link-state.ts';
import { mentionsOf } from './mentions.ts';
import { buildNames, type LinkedVocabulary } from './names.ts';
import { readTexts, type TextGroup } from './texts.ts';

/** Options of linking. */
export interface LinkRequest {
  /** Links all texts, even if nothing has changed. */
  all?: boolean | undefined;
  /** Called with each group before the group is linked. */
  onProgress?: ((group: string) => void) | undefined;
}

/** The result of linking. */
export interface LinkSummary {
  /** The number of groups that were linked. */
  groups: number;
  /** The number of their texts. */
  texts: number;
  /** The number of `MENTIONS` relations. */
  mentions: number;
  /** The number of pieces of evidence for these relations. */
  places: number;
  /** False if the graph already contained these mentions. */
  changed: boolean;
  dataVersion: string;
}

/** Links the texts that changes can affect, or all texts, in one transaction. */
export function linkGraph(driver: Driver, database: string | undefined, request: LinkRequest): Promise<LinkSummary> {
  return inOneTransaction(driver, database, { what: 'linking' }, (tx) => linkWithin(tx, request));
}

/**
 * Links texts to terms, in a transaction of `inOneTransaction`. A group is relinked if its texts changed, if it lost
 * mentions because a term was deleted, or if a changed name might occur in it. The result depends only on the data:
 * linking twice changes nothing, and the order of imports does not matter.
 */
export async function linkWithin(tx: Runner, { all = false, onProgress }: LinkRequest = {}): Promise<LinkSummary> {
  const hashes = new Map((await run(tx, store.imports, {})).map(({ origin, sha256 }) => [origin, sha256]));
  const states = new Map((await run(tx, link.state, {})).map((row) => [row.group, row]));
  const summary: LinkSummary = { groups: 0, texts: 0, mentions: 0, places: 0, changed: false, dataVersion: '' };
  const names = states.get(NAMES_GROUP);
  const imports = importsOf(hashes);
  const due = all || names?.texts !== imports.join('\n') || lost(states, hashes).length > 0;
  const vocabularies = due ? buildNames(await run(tx, link.terms, {}), await run(tx, link.vocabularies, {})) : null;
  const meanings = meaningsOf(vocabularies ?? []);
  // While the graph has no terms, texts need no linking; the first term makes all groups due.
  if (vocabularies && (vocabularies.length > 0 || states.size > 0)) {
    const changed = changedNames(new Map(names ? pairsOf(names) : []), meanings);
    const touched = new Set(await touchedBy(tx, { all: all || !names, imports, before: names?.texts ?? '' }));
    for (const group of lost(states, hashes)) touched.add(group);
    const groups = [...new Set([...touched, ...states.keys()])]
      .filter((group) => group !== NAMES_GROUP)
      .sort()
      .flatMap((group) => {
        const before = states.get(group);
        const mayOccur = before === undefined || mayHaveAny(before, changed);
        if (!touched.has(group) && !mayOccur) return [];
        return [{ group, before: all || mayOccur || isLost(before, hashes) ? null : before }];
      });
    const newStates: LinkStateRow[] = [];
    for await (const { group, before, texts } of withTexts(tx, groups)) {
      onProgress?.(group);
      const state = await linkGroup(tx, { group, before, texts, sha256: hashes.get(group) }, vocabularies, summary);
      if (state) newStates.push(state);
    }
    const lines = [...meanings].map(([key, meaning]) => `${meaning} ${key}`);
    newStates.push({ group: NAMES_GROUP, texts: imports.join('\n'), mentions: '', packed: pack(lines) });
    await runAll(tx, link.saveState, { rows: newStates });
  }
  const after = await run(tx, store.imports, {});
  summary.dataVersion = dataVersionOf(after.map(({ origin, sha256 }) => `${origin}:${sha256}`));
  return summary;
}

/** The imports without those of linking, each as `origin sha256`. */
const importsOf = (hashes: ReadonlyMap<string, string>): string[] =>
  [...hashes]
    .filter(([origin]) => !isLink(origin))
    .map((pair) => pair.join(' '))
    .sort();

const isLink = (origin: string): boolean => isOriginOf(LINKING, origin);
const isLost = (state: LinkStateRow | undefined, hashes: ReadonlyMap<string, string>): boolean =>
  state !== undefined && state.mentions !== (hashes.get(state.group) ?? '');

/** The groups that lost mentions because a term or a text was deleted. */
const lost = (states: ReadonlyMap<string, LinkStateRow>, hashes: ReadonlyMap<string, string>): string[] =>
  [...states.values()]
    .filter((state) => state.group !== NAMES_GROUP && isLost(state, hashes))
    .map(({ group }) => group);

const pairsOf = ({ packed }: LinkStateRow): [string, string][] =>
  unpack(packed).map((line) => [line.slice(line.indexOf(' ') + 1), line.slice(0, line.indexOf(' '))]);

function mayHaveAny({ group, packed }: LinkStateRow, names: readonly ChangedName[]): boolean {
  const vocabulary = vocabularyOfGroup(group);
  const searchedFor = names.filter(({ onlyOn }) => onlyOn === undefined || onlyOn === vocabulary);
  if (searchedFor.length === 0) return false;
  const words = new Set(unpack(packed));
  return searchedFor.some((name) => name.words.every((word) => words.has(word)));
}

/** The groups whose texts the changed imports may have changed. */
async function touchedBy(
  tx: Runner,
  { all, imports, before }: { all: boolean; imports: readonly string[]; before: string },
): Promise<string[]> {
  const earlier = new Set(before.split('\n'));
  const now = new Set(imports);
  const differing = [...imports.filter((one) => !earlier.has(one)), ...[...earlier].filter((one) => !now.has(one))];
  const groups = differing.filter((one) => one !== '').map((one) => linkGroupsOf(one.slice(0, one.lastIndexOf(' '))));
  const named = groups.flatMap((some) => some ?? []).filter((group) => group !== PAGES_GROUP);
  const isAny = all || groups.includes(null);
  const pages = groups.some((some) => some?.includes(PAGES_GROUP));
  const beginnings = named.filter((group) => group.endsWith('/'));
  if (!isAny && !pages && beginnings.length === 0) return named;
  const there = (await run(tx, link.groups, {})).map(({ key }) => originOf(LINKING, key));
  const isMeant = (group: string) =>
    isAny || (pages && vocabularyOfGroup(group) !== undefined) || beginnings.some((start) => group.startsWith(start));
  return [...named.filter((group) => !group.endsWith('/')), ...there.filter(isMeant)];
}

/** A group to link: its last state unless that is outdated, its texts, and the hash of its mentions in the graph, if any. */
interface DueGroup {
  group: string;
  before: LinkStateRow | null | undefined;
  texts: TextGroup;
  sha256: string | undefined;
}

/** Reads the texts of groups, always one group ahead: linking does not change texts. */
async function* withTexts<Due extends { group: string }>(
  tx: Runner,
  groups: readonly Due[],
): AsyncGenerator<Due & { texts: TextGroup }> {
  const read = (due: Due | undefined) => {
    const reading = due && readTexts(tx, due.group);
    reading?.catch(() => undefined); // awaited below
    return reading;
  };
  let next = read(groups[0]);
  for (const [i, due] of groups.entries()) {
    const texts = await next;
    next = read(groups[i + 1]);
    if (texts) yield { ...due, texts };
  }
}

/** Links one group unless its texts are unchanged. Returns its new state, or null when there is none to save. */
async function linkGroup(
  tx: Runner,
  { group, before, texts: { owners, sources }, sha256 }: DueGroup,
  vocabularies: readonly LinkedVocabulary[],
  summary: LinkSummary,
): Promise<LinkStateRow | null> {
  const texts = hashOfTexts(owners, vocabularies);
  if (before?.texts === texts) return null;
  const records = mentionsOf(owners, vocabularies, sources);
  let mentions = sha256 ?? '';
  if (sha256 !== undefined || records.relations.length > 0) {
    const written = await writeWithin(tx, { origin: group, records });
    summary.changed ||= written.changed;
    mentions = written.sha256;
  }
  if (records.relations.length === 0) {
    await run(tx, link.clearState, { rows: [{ group, hasTexts: owners.length > 0 }] });
    mentions = '';
  }
  summary.groups += 1;
  summary.texts += owners.reduce((total, owner) => total + owner.texts.length, 0);
  summary.mentions += records.relations.length;
  summary.places += records.relations.reduce((total, { evidence }) => total + evidence.length, 0);
  return owners.length === 0 ? null : { group, texts, mentions, packed: pack(wordsIn(owners)) };
}
