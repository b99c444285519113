/** Places in the plane, node by node. */
export interface Points {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

export const pointsOf = (order: number): Points => ({ x: new Float64Array(order), y: new Float64Array(order) });

/** The angle between neighboring seeds of a sunflower: wherever one stops, they lie evenly. */
const GOLDEN = Math.PI * (3 - Math.sqrt(5));

/** The place of seed number `i` of a sunflower whose seeds have an area of π each. */
export const seedAt = (i: number): { x: number; y: number } => ({
  x: Math.sqrt(i + 0.5) * Math.cos(i * GOLDEN),
  y: Math.sqrt(i + 0.5) * Math.sin(i * GOLDEN),
});
