/** Positions of the nodes in a small picture. The unit is one CSS pixel at full size. */

/** A node's position, and the side of its label. */
export interface NodePlace {
  readonly x: number;
  readonly y: number;
  readonly side: 'left' | 'right';
}

/** The size of a picture and the positions in it. */
export interface NodePlacing {
  readonly width: number;
  readonly height: number;
  readonly origin: { readonly x: number; readonly y: number };
  readonly places: readonly NodePlace[];
  /** The width of a label. */
  readonly room: number;
}

const ROW = 25;
const GAP = 12;

/**
 * Places the origin in the center and its neighbors around it, clockwise from the top. Each neighbor has its own row on
 * its side, and labels point outward, so labels cannot overlap.
 */
export function around(count: number): NodePlacing {
  const [width, reach] = [720, 150];
  const onRight = Math.ceil(count / 2);
  const height = Math.max(onRight * ROW + 24, 150);
  const [x, y] = [width / 2, height / 2];
  const places = Array.from({ length: count }, (_, i): NodePlace => {
    const right = i < onRight;
    const rows = right ? onRight : count - onRight;
    const row = right ? i : count - 1 - i;
    const above = (row - (rows - 1) / 2) * ROW;
    const bulge = Math.sqrt(1 - (above / (height / 2 + ROW)) ** 2);
    const out = reach * (0.35 + 0.65 * bulge);
    return { x: round(x + (right ? out : -out)), y: round(y + above), side: right ? 'right' : 'left' };
  });
  return { width, height, origin: { x, y }, places, room: width / 2 - reach - GAP - 4 };
}

/** Places the origin at the top and its neighbors in rows below it, for narrow screens. */
export function below(count: number): NodePlacing {
  const [width, left, top] = [328, 46, 52];
  const places = Array.from({ length: count }, (_, row): NodePlace => ({ x: left, y: top + row * ROW, side: 'right' }));
  return { width, height: top + count * ROW, origin: { x: 14, y: 16 }, places, room: width - left - GAP };
}

const round = (value: number) => Math.round(value * 10) / 10;

/**
 * Truncates a label to fit a width at font size 13. The reader's font is unknown, so the calculation uses the widths of
 * wide fonts.
 */
export function fitted(label: string, room: number): string {
  const glyphs = [...label];
  let used = 0;
  for (const [i, glyph] of glyphs.entries()) {
    used += widthOf(glyph);
    if (used > room)
      return `${glyphs
        .slice(0, Math.max(i - 1, 1))
        .join('')
        .trimEnd()}…`;
  }
  return label;
}

const widthOf = (glyph: string): number => {
  if (/[MW@%\u2014\u2026]/.test(glyph)) return 12;
  if (/[iljtfrI.,:;'|()[\] /-]/.test(glyph)) return 5;
  if (/[A-Z\d]/.test(glyph)) return 9;
  return glyph < '\u1100' ? 7.6 : 13;
};
