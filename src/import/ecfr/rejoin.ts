import { ecfr } from '../../../cypher/ecfr/index.ts';
import { type Runner, run } from '../../graph/run.ts';
import { ORIGINS, originOf } from '../../model/origins.ts';
import type { ImportSteps } from '../run-import.ts';
import { addToPart, derivedImportOf, editionsOf, readKnownToLaw } from './part-import.ts';

/**
 * Joins the law to names that came after it. A part makes terms of its own where nobody else has named what it defines; once
 * a seed or a glossary does, the part is derived anew from its kept editions, so that the order of imports plays no role.
 */
export async function* rejoinLaw(tx: Runner): ImportSteps<void> {
  const own = await run(tx, ecfr.ownTerms, { own: originOf(ORIGINS.ecfr, '') });
  if (own.length === 0) return () => undefined;
  const known = await readKnownToLaw(tx);
  const named = own.filter(({ id, names }) => names.some((name) => (known.names.term(name) ?? { id }).id !== id));
  const origins = [...new Set(named.flatMap((term) => term.origins))].sort();
  for (const origin of origins) {
    const latest = (await editionsOf(tx, origin)).at(-1);
    if (latest) await (yield derivedImportOf(tx, await addToPart(tx, latest, known)));
  }
  return () => undefined;
}
