import { addressOf } from '../../view/address.ts';
import type { FoundStandard } from './asked.ts';
import { newestFirst } from './versions.ts';

/**
 * Links that compare a version, or a part of one, with other versions. Only versions whose parts are in the graph are
 * listed.
 */
export function CompareWith({ standard: { id, version, ancestors, children, level } }: { standard: FoundStandard }) {
  const isEmptyVersion = level === 'VERSION' && children.totalCount === 0;
  if (version === null || isEmptyVersion) return null;
  const others = newestFirst(
    ancestors
      .flatMap((one) => one.children.edges.map(({ node }) => node))
      .filter((one) => one.version !== version && one.children.totalCount > 0),
  );
  if (others.length === 0) return null;
  return (
    <p class="compare-with">
      Compare with{' '}
      {others.map((one, i) => (
        <>
          {i > 0 && ', '}
          <a href={`${addressOf(id)}?compare=${one.key}`}>{one.name}</a>
        </>
      ))}
    </p>
  );
}
