import type { Direction } from '../../src/model/kinds.ts';
import { fragment } from '../../src/plan/fragment.ts';

/** Filters of the relations of an entity. `labels` are the Neo4j labels of the kinds. */
export interface RelationFilter {
  types: readonly string[] | null;
  labels: readonly string[] | null;
  direction: Direction;
  asOf?: string | null | undefined;
}

/** Entities of any kind, and their relations. */
export const entity = {
  byId: fragment<{ id: string; asOf: string | null }>('entity/by-id'),
  byIds: fragment<{ ids: readonly string[]; days: readonly (string | null)[] }>('entity/by-ids'),
  /** Tombstones: see `src/model/gone.ts`. */
  gone: fragment<{ id: string }>('entity/gone'),
  goneAmong: fragment<{ ids: readonly string[] }>('entity/gone-among'),
  relations: fragment<RelationFilter>('entity/relations'),
  held: fragment('entity/held'),
};
