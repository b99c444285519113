/** Positions in the plane, by node. */
export interface Points {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** Positions for `order` nodes, all at the origin. */
export const pointsOf = (order: number): Points => ({ x: new Float64Array(order), y: new Float64Array(order) });

/** The golden angle. With this angle, a sunflower spiral is evenly spaced for any number of points. */
export const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/** The position of point `i` of a sunflower spiral with an area of π per point. */
export const seedAt = (i: number): { x: number; y: number } => ({
  x: Math.sqrt(i + 0.5) * Math.cos(i * GOLDEN_ANGLE),
  y: Math.sqrt(i + 0.5) * Math.sin(i * GOLDEN_ANGLE),
});
