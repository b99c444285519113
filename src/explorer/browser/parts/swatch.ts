import type { EntityKind } from '../../../model/kinds.ts';
import { svgPath } from '../../shapes.ts';
import { svg } from '../dom.ts';

/** The shape of a kind in its colour. What it says is said in words beside it. */
export const swatch = (kind: EntityKind): SVGElement =>
  svg(
    'svg',
    { class: 'swatch', viewBox: '-8 -8 16 16', 'aria-hidden': 'true' },
    svg('path', { class: `fill-${kind.toLowerCase()}`, d: svgPath(kind, 6), 'fill-rule': 'evenodd' }),
  );
