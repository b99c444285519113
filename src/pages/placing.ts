/** Where the nodes of a small picture stand. Numbers are the picture's own units, one CSS pixel each when it is drawn in full. */

/** A place, and to which side the label goes. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly side: 'left' | 'right';
}

/** A picture without its nodes. */
export interface Placing {
  readonly width: number;
  readonly height: number;
  readonly origin: { readonly x: number; readonly y: number };
  readonly places: readonly Place[];
  /** How much room a label has. */
  readonly room: number;
}

const ROW = 25;
const GAP = 12;

/**
 * The origin in the middle and its neighbours around it, clockwise from the top. Each has a row of its own on its side, and
 * labels go outward, so no two of them can meet.
 */
export function around(count: number): Placing {
  const [width, reach] = [720, 150];
  const onRight = Math.ceil(count / 2);
  const height = Math.max(onRight * ROW + 24, 150);
  const [x, y] = [width / 2, height / 2];
  const places = Array.from({ length: count }, (_, i): Place => {
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

/** The origin at the top and its neighbours in rows below, for narrow screens. */
export function below(count: number): Placing {
  const [width, left, top] = [328, 46, 52];
  const places = Array.from({ length: count }, (_, row): Place => ({ x: left, y: top + row * ROW, side: 'right' }));
  return { width, height: top + count * ROW, origin: { x: 14, y: 16 }, places, room: width - left - GAP };
}

const round = (value: number) => Math.round(value * 10) / 10;

/** The label, cut to fit a width at a size of 13. Widths are those of wide fonts, as nobody knows which one draws it. */
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
