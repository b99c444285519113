/** Lines: all relations between two nodes, drawn as one line. Pure. */
import { addTo } from '../../../model/group.ts';
import { labelOf, RELATION_TYPES } from '../../../model/relations.ts';
import type { PictureEdge } from './picture-data.ts';

/** All relations between two nodes. The key, the ends, and the type come from the first relation. */
export interface Line extends PictureEdge {
  readonly edges: readonly PictureEdge[];
}

/** Creates one line for all relations between the same two nodes, in either direction. The lines are listed by key. */
export function linesAmong(edges: Iterable<PictureEdge>): Map<string, Line> {
  const pairs = new Map<string, PictureEdge[]>();
  for (const edge of edges) {
    const { source, target } = edge;
    addTo(pairs, source < target ? `${source}\n${target}` : `${target}\n${source}`, edge);
  }
  return new Map(
    [...pairs.values()].map((all) => {
      const ordered = all.length === 1 ? all : all.toSorted(inOrder);
      const [first] = ordered as [PictureEdge];
      return [first.key, { ...first, edges: ordered }];
    }),
  );
}

const inOrder = (a: PictureEdge, b: PictureEdge): number =>
  RELATION_TYPES.indexOf(a.type) - RELATION_TYPES.indexOf(b.type) || (a.key < b.key ? -1 : 1);

/** The words next to a line, such as "defines", or "related to + 1" for two relations. */
export const lineInWords = ({ edges: [first, ...rest] }: Line): string =>
  first === undefined ? '' : `${labelOf(first.type, 'OUT')}${rest.length === 0 ? '' : ` + ${rest.length}`}`;
