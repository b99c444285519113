import { fragment } from '../../src/plan/fragment.ts';

/** Aliases: those of an entity, and the entities that an alias denotes. */
export const alias = {
  of: fragment('alias/of'),
  denotes: fragment('alias/denotes'),
};
