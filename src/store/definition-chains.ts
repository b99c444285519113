import { store } from '../../cypher/store/index.ts';
import { runAll } from '../graph/pipeline.ts';
import { type Runner, run } from '../graph/run.ts';
import { type Reached, reachedBy } from '../law/leads.ts';
import type { ImportPlan } from './plan.ts';

const NOWHERE: Reached = { leads: [], closure: [] };

/** Updates the definitions to which definitions lead, after an import has changed definitions: see `law/leads.ts`. */
export async function updateChains(tx: Runner, { relations }: ImportPlan): Promise<void> {
  const touched = [...relations.put.map(({ key }) => key), ...relations.remove].some(({ type }) => type === 'DEFINES');
  if (!touched) return;
  const definitions = await run(tx, store.definitions, {});
  const reached = reachedBy(definitions);
  const rows = definitions.flatMap((before) => {
    const { leads, closure } = reached.get(before.id) ?? NOWHERE;
    const same = equal(leads, before.leads) && equal(closure, before.closure);
    return same ? [] : [{ id: before.id, leads: orNull(leads), closure: orNull(closure) }];
  });
  await runAll(tx, store.putChains, { rows });
}

const equal = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((text, i) => text === other[i]);

/** An absent property instead of an empty list. */
const orNull = (list: readonly string[]) => (list.length > 0 ? list : null);
