import type { Direction } from '../../src/model/kinds.ts';
import { fragment } from '../../src/plan/fragment.ts';

/** What narrows the relations of an entity. `labels` are Neo4j's, of the kinds asked for. */
export interface RelationFilter {
  types: readonly string[] | null;
  labels: readonly string[] | null;
  direction: Direction;
  asOf?: string | null;
}

/** Questions that any entity answers. */
export const entity = {
  byId: fragment<{ id: string }>('entity/by-id'),
  byIds: fragment<{ ids: readonly string[] }>('entity/by-ids'),
  relations: fragment<RelationFilter>('entity/relations'),
  held: fragment('entity/held'),
};
