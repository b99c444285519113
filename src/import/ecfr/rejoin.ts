import { ecfr } from '../../../cypher/ecfr/index.ts';
import { type Runner, run } from '../../graph/run.ts';
import type { ImportSteps } from '../run-import.ts';
import { addToPart, amendingDigest, derivedImportOf, editionsOf, OWN, readKnownToLaw } from './part-import.ts';

/**
 * Joins parts of the law to what was imported after them. A part creates its own term for a name that nothing else defines,
 * a definition waits for a division such as "this subchapter" that nothing else states, and a rule decides on which day a
 * text changed. Once another import has that name, that division, or that rule, the part is derived again from its stored
 * editions, so the order of imports does not matter.
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
