import { fillClass } from '../../../model/kinds/styles.ts';
import { type EntityKind, KIND } from '../../../model/kinds.ts';
import { svgPath } from '../../../model/shapes.ts';
import { svg } from '../dom.ts';

/** The shape of a kind in its color; the words are beside it. */
export const swatch = (kind: EntityKind): SVGElement =>
  svg(
    'svg',
    { class: 'swatch', viewBox: '-8 -8 16 16', 'aria-hidden': 'true' },
    svg('path', { class: fillClass(kind), d: svgPath(KIND[kind].shape, 6), 'fill-rule': 'evenodd' }),
  );
