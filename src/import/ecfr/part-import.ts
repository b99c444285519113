import { ecfr } from '../../../cypher/ecfr/index.ts';
import { type Runner, run } from '../../graph/run.ts';
import { nameKey } from '../../search/words.ts';
import { type ImportResult, writeWithin } from '../../store/write.ts';
import { readKnownNames } from '../known-names.ts';
import { type Derived, derivePart } from './derive.ts';
import { addEdition, type Edition, originOf, pack, unpack } from './edition.ts';
import type { Known } from './known.ts';

/** A part that is ready to be written. */
export interface Prepared {
  origin: string;
  derived: Derived;
  /** What the graph is to keep of the day. */
  edition: Edition;
  /** How many versions of texts there were. */
  versionsBefore: number;
}

/**
 * Adds an edition to what the graph has of its part, and derives the part anew. Reads, and writes nothing.
 *
 * @param isNew nothing is known of the part: then nothing is asked, and so nothing waits for what is being written
 */
export async function prepare(tx: Runner, added: Edition, known: Known, isNew = false): Promise<Prepared> {
  const origin = originOf(added.text);
  const above = isNew ? [] : await run(tx, ecfr.above, { id: partId(added.text) });
  const before = isNew ? [] : await editionsOf(tx, origin);
  const editions = addEdition(before, added);
  const here: Known = { ...known, above };
  const derived = derivePart(editions, here);
  const edition = editions.find(({ asOf }) => asOf === added.asOf) ?? added;
  const versionsBefore = before.length === 0 ? 0 : derivePart(before, here).counts.versions;
  return { origin, derived, edition, versionsBefore };
}

/** "Regulation:45-CFR-171" */
export const partId = ({ title, number }: Edition['text']): string => `Regulation:${title}-CFR-${number}`;

/** The editions of a part that are kept, by day. */
export async function editionsOf(tx: Runner, origin: string): Promise<Edition[]> {
  const stored = await run(tx, ecfr.editions, { origin });
  return stored.map(({ asOf, packed }) => ({ asOf, text: unpack(packed) }));
}

/**
 * Writes a part, and keeps its edition for the next time.
 *
 * @param onSent told when the database has all rows of it to take: see `ImportRequest`
 */
export async function write(
  tx: Runner,
  { origin, derived, edition: { asOf, text } }: Prepared,
  onSent?: () => void,
): Promise<ImportResult> {
  const result = await writeWithin(tx, { origin, records: derived.records, ...(onSent && { onSent }) });
  await run(tx, ecfr.putEdition, { origin, asOf, packed: pack(text) });
  return result;
}

/** The names that others have given: read once an import, as no part of the law adds to them. */
export async function readKnown(tx: Runner): Promise<Known> {
  const others = (origin: string) => !origin.startsWith('ecfr:');
  const statutes = new Map<string, string>();
  for (const { id, citation, name } of await run(tx, ecfr.knownStatutes, {})) {
    for (const one of [citation, name]) statutes.set(nameKey(one), id);
  }
  return { names: await readKnownNames(tx, others), statutes, above: [] };
}
