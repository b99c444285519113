/** A generated graph in Glossograph's own model. The same plan always gives the same graph. */
import type { GraphItem } from './generate-items.ts';
import { lawItems } from './generate-law.ts';
import type { ScalePlan } from './generate-plan.ts';
import { ruleItems } from './generate-rules.ts';
import { standardItems } from './generate-standards.ts';
import { termItems, vocabularyItems } from './generate-terms.ts';

/** Every node and relation of a graph. Relations can come before their ends. */
export function* generate(plan: ScalePlan): Generator<GraphItem> {
  yield* vocabularyItems(plan);
  yield* termItems(plan);
  yield* ruleItems(plan);
  yield* standardItems(plan);
  yield* lawItems(plan);
}
