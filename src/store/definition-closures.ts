import { store } from '../../cypher/store/index.ts';
import { runAll } from '../graph/pipeline.ts';
import { type Runner, run } from '../graph/run.ts';
import { closuresOf } from '../law/closure.ts';
import type { ImportPlan } from './plan.ts';

/** Updates where definitions lead when an import has changed definitions: see `law/closure.ts`. */
export async function updateClosures(tx: Runner, { relations }: ImportPlan): Promise<void> {
  const touched = [...relations.put.map(({ key }) => key), ...relations.remove].some(({ type }) => type === 'DEFINES');
  if (!touched) return;
  const definitions = await run(tx, store.definitions, {});
  const closures = closuresOf(definitions);
  const rows = definitions.flatMap(({ id, closure: before }) => {
    const closure = closures.get(id) ?? [];
    const same = closure.length === before.length && closure.every((one, i) => one === before[i]);
    return same ? [] : [{ id, closure: closure.length > 0 ? closure : null }];
  });
  await runAll(tx, store.putClosures, { rows });
}
