import type { Driver } from 'neo4j-driver';
import { type LinkStateRow, link } from '../../cypher/link/index.ts';
import { store } from '../../cypher/store/index.ts';
import { runAll } from '../graph/pipeline.ts';
import { type Runner, run } from '../graph/run.ts';
import { dataVersionOf } from '../model/data-version.ts';
import { isOriginOf, LINKING, linkGroupsOf, originOf } from '../model/origins.ts';
import { inOneTransaction } from '../store/transaction.ts';
import { writeWithin } from '../store/write.ts';
import { changedNames, hashOfTexts, meaningsOf, NAMES_GROUP, pack, unpack, wordsIn } from './link-state.ts';
import { mentionsOf } from './mentions.ts';
import { readVocabulary } from './terms.ts';
import { readTexts, type TextGroup } from './texts.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What linking is told. */
export interface LinkRequest {
  /** Links everything, whatever is noted. */
  all?: boolean | undefined;
  onProgress?: ((group: string) => void) | undefined;
}

/** What linking did. */
export interface LinkSummary {
  /** Groups of texts that were linked, of all that were looked at. */
  groups: number;
  texts: number;
  /** Terms in texts, and the places where they stand. */
  mentions: number;
  places: number;
  changed: boolean;
  dataVersion: string;
}

/** Links what has changed since the last time, or everything: in one transaction. */
export function linkGraph(driver: Driver, database: string | undefined, request: LinkRequest): Promise<LinkSummary> {
  return inOneTransaction(driver, database, { what: 'linking' }, (tx) => linkWithin(tx, request));
}

/**
 * Links texts to terms, within a transaction that holds the lock. A group is linked again when its texts changed, when its
 * mentions went with a term, or when a name that changed may stand in it. What comes of it depends on nothing else, so
 * linking twice changes nothing, and the order of imports plays no role.
 */
export async function linkWithin(tx: Runner, { all = false, onProgress }: LinkRequest = {}): Promise<LinkSummary> {
  const said = new Map((await run(tx, store.imports, {})).map(({ origin, sha256 }) => [origin, sha256]));
  const noted = new Map((await run(tx, link.state, {})).map((row) => [row.group, row]));
  const summary: LinkSummary = { groups: 0, texts: 0, mentions: 0, places: 0, changed: false, dataVersion: '' };
  const names = noted.get(NAMES_GROUP);
  const lasting = hashesOfOthers(said);
  const due = all || names?.texts !== lasting.join('\n') || lost(noted, said).length > 0;
  const vocabulary = due ? await readVocabulary(tx) : null;
  const meanings = vocabulary ? meaningsOf(vocabulary) : new Map<string, string>();
  // Where nothing has a name yet, no text is read: with the first name all of them are.
  if (vocabulary && (meanings.size > 0 || noted.size > 0)) {
    const changed = changedNames(new Map(names ? pairsOf(names) : []), meanings);
    const touched = new Set(await touchedBy(tx, { all: all || !names, lasting, before: names?.texts ?? '' }));
    for (const group of lost(noted, said)) touched.add(group);
    const groups = [...new Set([...touched, ...noted.keys()])]
      .filter((group) => group !== NAMES_GROUP)
      .sort()
      .flatMap((group) => {
        const before = noted.get(group);
        const mayStand = before === undefined || (changed.length > 0 && holdsAny(before, changed));
        if (!touched.has(group) && !mayStand) return [];
        return [{ group, before: all || mayStand || isLost(before, said) ? null : before }];
      });
    const notes: LinkStateRow[] = [];
    for await (const { group, before, texts } of withTexts(tx, groups)) {
      onProgress?.(group);
      const note = await linkGroup(tx, { group, before, texts, sha256: said.get(group) }, vocabulary, summary);
      if (note) notes.push(note);
    }
    const lines = [...meanings].map(([key, meaning]) => `${meaning} ${key}`);
    notes.push({ group: NAMES_GROUP, texts: lasting.join('\n'), said: '', packed: pack(lines) });
    await runAll(tx, link.saveState, { rows: notes });
  }
  const hashes = await run(tx, store.imports, {});
  summary.dataVersion = dataVersionOf(hashes.map(({ origin, sha256 }) => `${origin}:${sha256}`));
  return summary;
}

/** What was imported, linking left out, one `origin sha256` each. */
const hashesOfOthers = (said: ReadonlyMap<string, string>): string[] =>
  [...said]
    .filter(([origin]) => !isLink(origin))
    .map((pair) => pair.join(' '))
    .sort();

const isLink = (origin: string): boolean => isOriginOf(LINKING, origin);
const isLost = (note: LinkStateRow | undefined, said: ReadonlyMap<string, string>): boolean =>
  note !== undefined && note.said !== (said.get(note.group) ?? '');

/** Groups whose mentions went in part, with a term or a text that went. */
const lost = (noted: ReadonlyMap<string, LinkStateRow>, said: ReadonlyMap<string, string>): string[] =>
  [...noted.values()].filter((note) => note.group !== NAMES_GROUP && isLost(note, said)).map(({ group }) => group);

const pairsOf = ({ packed }: LinkStateRow): [string, string][] =>
  unpack(packed).map((line) => [line.slice(line.indexOf(' ') + 1), line.slice(0, line.indexOf(' '))]);

function holdsAny({ packed }: LinkStateRow, names: readonly string[][]): boolean {
  const words = new Set(unpack(packed));
  return names.some((name) => name.every((word) => words.has(word)));
}

/** The groups whose texts may have changed with the imports that did. */
async function touchedBy(
  tx: Runner,
  { all, lasting, before }: { all: boolean; lasting: readonly string[]; before: string },
): Promise<string[]> {
  const earlier = new Set(before.split('\n'));
  const now = new Set(lasting);
  const differing = [...lasting.filter((one) => !earlier.has(one)), ...[...earlier].filter((one) => !now.has(one))];
  const groups = differing.filter((one) => one !== '').map((one) => linkGroupsOf(one.slice(0, one.lastIndexOf(' '))));
  if (!all && groups.every((some) => some !== null)) return groups.flat();
  return [
    ...groups.flatMap((some) => some ?? []),
    ...(await run(tx, link.groups, {})).map(({ key }) => originOf(LINKING, key)),
  ];
}

/** A group that is due: how it was noted last, if that still stands, and what it says in the graph, if anything. */
interface DueGroup {
  group: string;
  before: LinkStateRow | null | undefined;
  texts: TextGroup;
  sha256: string | undefined;
}

/** Groups with their texts. While one is linked, those of the next are read: what linking writes does not change them. */
async function* withTexts<Due extends { group: string }>(
  tx: Runner,
  groups: readonly Due[],
): AsyncGenerator<Due & { texts: TextGroup }> {
  const read = (due: Due | undefined) => {
    const reading = due && readTexts(tx, due.group);
    reading?.catch(() => undefined); // it is awaited in its turn
    return reading;
  };
  let next = read(groups[0]);
  for (const [i, due] of groups.entries()) {
    const texts = await next;
    next = read(groups[i + 1]);
    if (texts) yield { ...due, texts };
  }
}

/** Links one group, unless its texts are as they were noted. Gives what is to be noted now. */
async function linkGroup(
  tx: Runner,
  { group, before, texts: { holders, sources }, sha256 }: DueGroup,
  vocabulary: Vocabulary,
  summary: LinkSummary,
): Promise<LinkStateRow | null> {
  const texts = hashOfTexts(holders);
  if (before?.texts === texts) return null;
  const records = mentionsOf(holders, vocabulary, sources);
  let said = sha256 ?? '';
  if (sha256 !== undefined || records.relations.length > 0) {
    const written = await writeWithin(tx, { origin: group, records });
    summary.changed ||= written.changed;
    said = written.sha256;
  }
  if (records.relations.length === 0) {
    await run(tx, link.clearState, { rows: [{ group, hasTexts: holders.length > 0 }] });
    said = '';
  }
  summary.groups += 1;
  summary.texts += holders.reduce((total, holder) => total + holder.texts.length, 0);
  summary.mentions += records.relations.length;
  summary.places += records.relations.reduce((total, { evidence }) => total + evidence.length, 0);
  return holders.length === 0 ? null : { group, texts, said, packed: pack(wordsIn(holders)) };
}
