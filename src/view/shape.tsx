import { fillClass } from '../model/kinds/styles.ts';
import { type EntityKind, KIND } from '../model/kinds.ts';
import { svgPath } from '../model/shapes.ts';

/** The shape of a kind in its color, as a part of a drawing. */
export const ShapePath = ({
  kind,
  x = 0,
  y = 0,
  size = 6,
}: {
  kind: EntityKind;
  x?: number;
  y?: number;
  size?: number;
}) => <path class={fillClass(kind)} fill-rule="evenodd" d={svgPath(KIND[kind].shape, size, x, y)} />;

/** The shape of a kind next to words. It conveys nothing that the words do not, so screen readers skip it. */
export const KindShape = ({ kind }: { kind: EntityKind }) => (
  <svg class="kind-shape" viewBox="-8 -8 16 16" width="16" height="16" aria-hidden="true">
    <ShapePath kind={kind} />
  </svg>
);

/** The shape and the name of a kind, such as "● Term". */
export const KindName = ({ kind, words = KIND[kind].words.one }: { kind: EntityKind; words?: string }) => (
  <span class="kind-name">
    <KindShape kind={kind} /> {words}
  </span>
);
