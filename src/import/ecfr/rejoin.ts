import { ecfr } from '../../../cypher/ecfr/index.ts';
import { type Runner, run } from '../../graph/run.ts';
import type { ImportSteps } from '../run-import.ts';
import { addToPart, amendingDigest, derivedImportOf, editionsOf, OWN, readKnownToLaw } from './part-import.ts';

/**
 * Updates parts of the law after a later import. A part creates its own term for a name that nothing else defines. A
 * definition can depend on a division, such as "this subchapter", that no source has stated yet. A rule can determine
 * the day on which a text changed. When another import adds that name, division, or rule, the part is rederived from
 * its stored editions, so the order of imports does not matter.
 */
export async function* rejoinLaw(tx: Runner): ImportSteps<void> {
  const parts = await run(tx, ecfr.partsAmended, {});
  if (parts.length === 0) return () => undefined;
  const known = await readKnownToLaw(tx);
  const own = await run(tx, ecfr.ownTerms, { own: OWN });
  const named = own.filter(({ id, names }) => names.some((name) => (known.names.term(name) ?? { id }).id !== id));
  const awaiting = await run(tx, ecfr.awaiting, { own: OWN });
  const amended = parts.filter(({ origin, digests }) =>
    digests.some((digest) => digest !== amendingDigest(origin, known)),
  );
  const origins = new Set([
    ...named.flatMap((term) => term.origins),
    ...[...awaiting, ...amended].map(({ origin }) => origin),
  ]);
  for (const origin of [...origins].sort()) {
    const latest = (await editionsOf(tx, origin)).at(-1);
    if (latest) await (yield derivedImportOf(tx, await addToPart(tx, latest, known)));
  }
  return () => undefined;
}
