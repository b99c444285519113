/**
 * The outlines that distinguish kinds in pictures without color. All drawings of a kind use them: pages, the explorer,
 * and exports.
 */

type Corner = readonly [x: number, y: number];

/**
 * A convex outline within a circle of about radius 1, with y upward and points counterclockwise. Or a disc, which has a
 * hole if it is a ring.
 */
export type Shape =
  | { readonly corners: readonly Corner[] }
  | { readonly corners: null; readonly radius: number; readonly hole: number };

const regular = (count: number, radius: number, turn: number): Shape => ({
  corners: Array.from({ length: count }, (_, i): Corner => {
    const angle = turn + (i * 2 * Math.PI) / count;
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  }),
});

/** All outlines that a kind can use, by name. */
export const SHAPES = {
  disc: { corners: null, radius: 1, hole: 0 },
  ring: { corners: null, radius: 0.95, hole: 0.5 },
  square: regular(4, 1.22, Math.PI / 4),
  triangle: regular(3, 1.35, Math.PI / 2),
  'triangle-down': regular(3, 1.35, -Math.PI / 2),
  diamond: regular(4, 1.25, 0),
  hexagon: regular(6, 1.1, 0),
} as const satisfies Readonly<Record<string, Shape>>;
export type ShapeName = keyof typeof SHAPES;

/**
 * The outline as an SVG path around a point, with y downward. Fill it with the rule `evenodd` because a ring has a
 * hole.
 */
export function svgPath(name: ShapeName, size: number, x = 0, y = 0): string {
  const shape: Shape = SHAPES[name];
  const n = (value: number) => String(Math.round(value * 100) / 100 + 0);
  if (shape.corners) {
    return `M${shape.corners.map(([cx, cy]) => `${n(x + cx * size)} ${n(y - cy * size)}`).join('L')}Z`;
  }
  const circle = (radius: number) =>
    `M${n(x - radius)} ${n(y)}a${n(radius)} ${n(radius)} 0 1 0 ${n(2 * radius)} 0a${n(radius)} ${n(radius)} 0 1 0 ${n(-2 * radius)} 0Z`;
  return circle(shape.radius * size) + (shape.hole > 0 ? circle(shape.hole * size) : '');
}
