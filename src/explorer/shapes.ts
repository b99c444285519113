/** Each kind has a shape of its own, so that nobody needs colours to tell them apart: the picture, the legend, the list and exports draw it from here. */
import type { EntityKind } from '../model/kinds.ts';

type Corner = readonly [x: number, y: number];

/** A convex outline within a circle of about radius 1, y upward and anticlockwise; or round, as a ring when it is hollow. */
export type Shape =
  | { readonly corners: readonly Corner[] }
  | { readonly corners: null; readonly radius: number; readonly hole: number };

const regular = (count: number, radius: number, turn: number): readonly Corner[] =>
  Array.from({ length: count }, (_, i): Corner => {
    const angle = turn + (i * 2 * Math.PI) / count;
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  });

export const SHAPES: Readonly<Record<EntityKind, Shape>> = {
  TERM: { corners: null, radius: 1, hole: 0 },
  ALIAS: { corners: null, radius: 0.95, hole: 0.5 },
  REGULATION: { corners: regular(4, 1.22, Math.PI / 4) },
  STATUTE: { corners: regular(3, 1.35, Math.PI / 2) },
  STANDARD: { corners: regular(4, 1.25, 0) },
  ORGANIZATION: { corners: regular(6, 1.1, 0) },
};

/** The shape as a path of SVG, around a point; y downward there. Hollow shapes want the rule `evenodd`. */
export function svgPath(kind: EntityKind, size: number, x = 0, y = 0): string {
  const shape = SHAPES[kind];
  const n = (value: number) => String(Math.round(value * 100) / 100 + 0);
  if (shape.corners) {
    return `M${shape.corners.map(([cx, cy]) => `${n(x + cx * size)} ${n(y - cy * size)}`).join('L')}Z`;
  }
  const circle = (radius: number) =>
    `M${n(x - radius)} ${n(y)}a${n(radius)} ${n(radius)} 0 1 0 ${n(2 * radius)} 0a${n(radius)} ${n(radius)} 0 1 0 ${n(-2 * radius)} 0Z`;
  return circle(shape.radius * size) + (shape.hole > 0 ? circle(shape.hole * size) : '');
}
