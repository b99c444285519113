import { citationsAbove, divisionsAbove, titleOf } from '../../model/cfr/structure.ts';
import { formatCitation, regulationId } from '../../model/citation.ts';
import { parseCitation } from '../../model/citations/parse.ts';
import { citationSortKey } from '../../model/citations/sort-key.ts';
import { defined } from '../../model/defined.ts';
import type { Collector } from './collector.ts';
import type { SeedProvision } from './shapes.ts';
import type { SeedItem } from './yaml.ts';

/**
 * Adds the divisions above a part that is the root of a file. The seed uses the same table of divisions as the eCFR
 * importer. Data that a file of the seed states itself stays unchanged.
 */
export function placeInCode({ value, at }: SeedItem<SeedProvision>, collector: Collector): void {
  const citation = parseCitation(value.citation);
  const { title, part } = citation ?? {};
  if (
    !citation ||
    title === undefined ||
    part === undefined ||
    formatCitation(citation) !== `${title} CFR Part ${part}`
  )
    return;
  const place = at('citation');
  const { sources = [] } = value;
  const divisions = divisionsAbove(title, part) ?? [titleOf(title)];
  const above = citationsAbove(title, divisions);
  for (const [i, { level, heading }] of divisions.entries()) {
    const own = above[i] ?? citation;
    const id = regulationId(own);
    if (!collector.entities.has(id)) {
      const label = formatCitation(own);
      const sortKey = citationSortKey(own);
      const stated = { id, label, citation: label, sortKey, level, reserved: false, ...defined({ heading }) };
      collector.entity({ kind: 'REGULATION', ...stated }, place);
    }
    const inside = regulationId(above[i + 1] ?? citation);
    if (!collector.isContained(inside))
      collector.relate({ type: 'PART_OF', from: inside, to: id, position: collector.partsOf(id), sources, place });
  }
}
