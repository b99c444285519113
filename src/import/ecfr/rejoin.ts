import { type Borrowed, ecfr } from '../../../cypher/ecfr/index.ts';
import { store } from '../../../cypher/store/index.ts';
import { runAll } from '../../graph/pipeline.ts';
import { type Runner, run } from '../../graph/run.ts';
import type { ImportSteps } from '../run-import.ts';
import { addToPart, amendingDigest, derivedImportOf, editionsOf, OWN, readKnownToLaw } from './part-import.ts';

/**
 * The terms and statutes that the law uses although other imports state them. If one of these imports removes such an
 * entity, its relations are removed as well, so they must be read before.
 */
export const borrowedByLaw = (tx: Runner): Promise<Borrowed[]> => run(tx, ecfr.borrowed, { own: OWN });

/**
 * Updates parts of the law after a later import. A part creates its own term for a name that nothing else defines. A
 * definition can depend on a division, such as "this subchapter", that no source has stated yet. A rule can determine
 * the day on which a text changed. When another import adds that name, division, or rule, or removes a term that the part
 * defines, the part is rederived from its stored editions, so the order of imports does not matter.
 *
 * @param borrowed the result of `borrowedByLaw` before the later import, if the import can remove terms or statutes
 */
export async function* rejoinLaw(tx: Runner, borrowed: readonly Borrowed[] = []): ImportSteps<void> {
  const parts = await run(tx, ecfr.partsAmended, {});
  if (parts.length === 0) return () => undefined;
  const known = await readKnownToLaw(tx);
  const own = await run(tx, ecfr.ownTerms, { own: OWN });
  const named = own.filter(({ id, names }) => names.some((name) => (known.names.term(name) ?? { id }).id !== id));
  const awaiting = await run(tx, ecfr.awaiting, { own: OWN });
  const missing = await runAll(tx, store.missing, { rows: borrowed.map(({ id }) => ({ id, canonical: null })) });
  const absent = new Set(missing.map(({ id }) => id));
  const bereft = borrowed.filter(({ id }) => absent.has(id));
  const amended = parts.filter(({ origin, digests }) =>
    digests.some((digest) => digest !== amendingDigest(origin, known)),
  );
  const origins = new Set([
    ...[...named, ...bereft].flatMap(({ origins }) => origins),
    ...[...awaiting, ...amended].map(({ origin }) => origin),
  ]);
  for (const origin of [...origins].sort()) {
    const latest = (await editionsOf(tx, origin)).at(-1);
    if (latest) await (yield derivedImportOf(tx, await addToPart(tx, latest, known)));
  }
  return () => undefined;
}
