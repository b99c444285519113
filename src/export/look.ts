import { type EntityKind, KIND } from '../model/kinds.ts';
import type { ExportPosition } from './graph.ts';

/** The look of a node, for formats with pictures. */
export interface NodeLook {
  /** The color of the node's kind. Each channel is from 0 to 255. */
  r: number;
  g: number;
  b: number;
  /** The size, which depends on the degree. Absent if the degree is not known. */
  size?: number;
  /** The position in a neighborhood, from -1000 to 1000. The y axis points upward. */
  x?: number;
  y?: number;
}

/** The width of a picture in Gephi's units, from the middle to the edge. */
const WIDTH = 1_000;

/** The look of a node. Sizes and positions have one decimal place. */
export function lookOf(kind: EntityKind, degree: number | undefined, position: ExportPosition | undefined): NodeLook {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(KIND[kind].color.light.slice(at, at + 2), 16));
  return {
    ...{ r, g, b },
    ...(degree !== undefined && { size: rounded(4 + 2 * Math.sqrt(degree)) }),
    ...(position && { x: rounded(position.x * WIDTH), y: rounded(position.y * WIDTH) }),
  };
}

const rounded = (value: number): number => Number(value.toFixed(1));
