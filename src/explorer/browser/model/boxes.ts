/** Finds free space for names. Pure; used by the stage and by saved pictures. */

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The boxes to the right and left of a node, and the boxes above and below it. */
export function around(x: number, y: number, size: number, width: number, height: number): Box[] {
  const middle = y - height / 2;
  return [
    { x: x + size + 4, y: middle, width, height },
    { x: x - size - 4 - width, y: middle, width, height },
    { x: x - width / 2, y: y - size - height - 2, width, height },
    { x: x - width / 2, y: y + size + 2, width, height },
  ];
}

/**
 * The first box that is free and inside the picture.
 *
 * @param always returns the best box even if none is free
 */
export function free(
  places: readonly Box[],
  taken: readonly Box[],
  { width, height }: { width: number; height: number },
  always: boolean,
): Box | null {
  const inside = places.filter(
    (box) => box.x >= 2 && box.y >= 0 && box.x + box.width <= width - 2 && box.y + box.height <= height,
  );
  const clashes = (box: Box) => taken.filter((other) => overlap(box, other)).length;
  if (!always) return inside.find((box) => !taken.some((other) => overlap(box, other))) ?? null;
  return [...(inside.length > 0 ? inside : places)].sort((a, b) => clashes(a) - clashes(b))[0] ?? null;
}

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width + 3 && b.x < a.x + a.width + 3 && a.y < b.y + b.height && b.y < a.y + a.height;
