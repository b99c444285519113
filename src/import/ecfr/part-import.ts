import { createHash } from 'node:crypto';
import { ecfr } from '../../../cypher/ecfr/index.ts';
import { type Runner, run } from '../../graph/run.ts';
import type { AmendingRule } from '../../law/noted.ts';
import { isOriginOf, ORIGINS, originOf } from '../../model/origins.ts';
import { GLOSSOGRAPH, LAW } from '../../model/vocabulary.ts';
import { nameKey } from '../../search/words.ts';
import { canonicalJson } from '../../store/canonical.ts';
import { readKnownNames } from '../known-names.ts';
import type { DerivedImport } from '../run-import.ts';
import { type DerivedPart, derivePart } from './derive/derive-part.ts';
import type { KnownToLaw } from './derive/known-to-law.ts';
import { addEdition, type Edition, packEdition, partOrigin, unpackEdition } from './edition.ts';

/** The beginning of this importer's origins. */
export const OWN = originOf(ORIGINS.ecfr, '');

/** A part whose records are derived but not yet written. */
export interface PartImport {
  origin: string;
  derived: DerivedPart;
  /** The edition that the graph stores for this date. */
  edition: Edition;
  /** The records and counts of the file alone, regardless of the part's data in the graph. */
  alone: DerivedPart;
  /** The digest of the rules that amend the part: see `amendingDigest`. */
  amending: string;
}

/**
 * Adds an edition to those in the graph and rederives the part from all of them. Only reads from the database.
 *
 * @param isNew true if the graph contains nothing of the part; no query is then sent, so nothing waits for the part
 * that is being written
 */
export async function addToPart(tx: Runner, added: Edition, known: KnownToLaw, isNew = false): Promise<PartImport> {
  const origin = partOrigin(added.text);
  const above = isNew ? [] : await run(tx, ecfr.above, { id: partId(added.text), own: OWN });
  const before = isNew ? [] : await editionsOf(tx, origin);
  const editions = addEdition(before, added);
  const here: KnownToLaw = { ...known, above, amending: amendingIn(origin, known.amending) };
  const derived = derivePart(editions, here);
  const edition = editions.find(({ asOf }) => asOf === added.asOf) ?? added;
  const alone = before.length === 0 ? derived : derivePart([added], here);
  return { origin, derived, alone, edition, amending: amendingDigest(origin, known) };
}

/**
 * Identifies the rules and the days that amend a part or provisions in it. If they change, the part must be rederived.
 */
export const amendingDigest = (origin: string, { amending, days }: Pick<KnownToLaw, 'amending' | 'days'>): string =>
  createHash('sha256')
    .update(canonicalJson([amendingIn(origin, amending), [...days].filter(([id]) => isWithin(origin, id))]))
    .digest('hex');

/** Those of the part and of places in it: "Regulation:45-CFR-171", "Regulation:45-CFR-171-Subpart-B", "Regulation:45-CFR-171.103". */
function amendingIn(origin: string, amending: readonly AmendingRule[]): AmendingRule[] {
  return amending.filter(({ placeId }) => isWithin(origin, placeId));
}

/** Whether a provision is the part of an origin, or lies in it. */
function isWithin(origin: string, placeId: string): boolean {
  const id = `Regulation:${origin.slice(OWN.length).replace('-', '-CFR-')}`;
  return placeId.startsWith(id) && /^(?:$|[.-])/.test(placeId.slice(id.length));
}

/** The id of a part, such as "Regulation:45-CFR-171". */
export const partId = ({ title, number }: Edition['text']): string => `Regulation:${title}-CFR-${number}`;

/** The stored editions of a part, oldest first. */
export async function editionsOf(tx: Runner, origin: string): Promise<Edition[]> {
  const stored = await run(tx, ecfr.editions, { origin });
  return stored.map(({ asOf, packed, files, lengths }) => ({
    asOf,
    text: unpackEdition(packed),
    files: files.map((sha256, i) => ({ sha256, length: lengths[i] ?? 0 })),
  }));
}

/** The part in the form that the runner writes: its records, followed by its edition for the next import. */
export const derivedImportOf = (
  tx: Runner,
  { origin, derived: { records }, edition: { asOf, text, files = [] }, amending }: PartImport,
): DerivedImport => ({
  origin,
  records,
  keep: () =>
    run(tx, ecfr.putEdition, {
      ...{ origin, asOf, packed: packEdition(text), amending },
      files: files.map(({ sha256 }) => sha256),
      lengths: files.map(({ length }) => length),
    }),
});

/**
 * Reads the names and rules that other importers have added. They are read once per import because parts of the law do
 * not add any.
 */
export async function readKnownToLaw(tx: Runner): Promise<KnownToLaw> {
  const others = (origin: string) => !isOriginOf(ORIGINS.ecfr, origin);
  const statutes = new Map<string, string>();
  for (const { id, citation, name } of await run(tx, ecfr.knownStatutes, { own: OWN })) {
    for (const one of [citation, name]) statutes.set(nameKey(one), id);
  }
  return {
    names: await readKnownNames(tx, [GLOSSOGRAPH.key, LAW.key], others),
    statutes,
    above: [],
    amending: await run(tx, ecfr.amending, { own: OWN }),
    days: new Map((await run(tx, ecfr.amendmentDays, {})).map(({ unitId, ...days }) => [unitId, days])),
  };
}
