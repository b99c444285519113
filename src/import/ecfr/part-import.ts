import { ecfr } from '../../../cypher/ecfr/index.ts';
import { type Runner, run } from '../../graph/run.ts';
import { isOriginOf, ORIGINS, originOf } from '../../model/origins.ts';
import { nameKey } from '../../search/words.ts';
import { readKnownNames } from '../known-names.ts';
import type { DerivedImport } from '../run-import.ts';
import { type DerivedPart, derivePart } from './derive/derive-part.ts';
import type { KnownToLaw } from './derive/known-to-law.ts';
import { addEdition, type Edition, packEdition, partOrigin, unpackEdition } from './edition.ts';

/** A part whose records are derived and not yet written. */
export interface PartImport {
  origin: string;
  derived: DerivedPart;
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
export async function addToPart(tx: Runner, added: Edition, known: KnownToLaw, isNew = false): Promise<PartImport> {
  const origin = partOrigin(added.text);
  const above = isNew ? [] : await run(tx, ecfr.above, { id: partId(added.text) });
  const before = isNew ? [] : await editionsOf(tx, origin);
  const editions = addEdition(before, added);
  const here: KnownToLaw = { ...known, above };
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
  return stored.map(({ asOf, packed }) => ({ asOf, text: unpackEdition(packed) }));
}

/** The part as the runner takes it: its records, then its edition, which is kept for the next import of the part. */
export const derivedImportOf = (
  tx: Runner,
  { origin, derived: { records }, edition: { asOf, text } }: PartImport,
): DerivedImport => ({
  origin,
  records,
  keep: () => run(tx, ecfr.putEdition, { origin, asOf, packed: packEdition(text) }),
});

/** The names that others have given: read once an import, as no part of the law adds to them. */
export async function readKnownToLaw(tx: Runner): Promise<KnownToLaw> {
  const others = (origin: string) => !isOriginOf(ORIGINS.ecfr, origin);
  const statutes = new Map<string, string>();
  for (const { id, citation, name } of await run(tx, ecfr.knownStatutes, { own: originOf(ORIGINS.ecfr, '') })) {
    for (const one of [citation, name]) statutes.set(nameKey(one), id);
  }
  return { names: await readKnownNames(tx, others), statutes, above: [] };
}
