import { ImportError } from './errors.ts';
import type { ImportPlan } from './plan.ts';

/** The share of the entities from its last run that an import can remove without confirmation. */
export const UNASKED_SHARE = 1 / 5;

const NAMED = 3;

/**
 * Refuses an import that would remove far more than a normal update does, such as a truncated file or the wrong file
 * under a known name.
 *
 * @throws ImportError for more than `UNASKED_SHARE` of the entities
 */
export function refuseManyRemovals(origin: string, { entities: { remove, before } }: ImportPlan): void {
  if (remove.length <= before * UNASKED_SHARE) return;
  const named = remove
    .map(({ id }) => id)
    .sort()
    .slice(0, NAMED);
  const more = remove.length - named.length;
  const which = more > 0 ? `${named.join(', ')}, and ${more} more` : named.join(', ');
  const message = `The import would remove ${remove.length} of the ${before} entities that the previous import from this source created: ${which}. Nothing was written. To remove these entities, repeat the import with --yes.`;
  throw new ImportError([{ file: origin, message }]);
}
