import { isAbove } from '../../../../model/cfr/structure.ts';
import type { FlatProvision } from '../../provisions/flatten.ts';
import { type StatedRelation, state } from './state.ts';

/**
 * Creates the PART_OF relations. Sections and divisions are ordered by number because a file can omit some of them.
 * Relations between the divisions above parts have no dates because an edition of a part does not state when they
 * began.
 */
export function containedIn(provisions: readonly FlatProvision[], sourceId: string): StatedRelation[] {
  const byId = new Map(provisions.map((one) => [one.id, one]));
  return provisions.flatMap((by): StatedRelation[] => {
    const container = byId.get(by.parentId ?? '');
    if (!container) return [];
    const evidence = [container.statedBy ?? by.statedBy ?? { rule: 'PARSED' as const, sourceId }];
    const stated = state(by, { type: 'PART_OF', to: container.id, position: by.position, evidence });
    return [{ ...stated, stated: isAbove(by) }];
  });
}
