/**
 * Draws names next to nodes and lines. Unlike Sigma's own labels, they do not overlap, and important names come first.
 */
import type Sigma from 'sigma';
import { around, type Box, free } from '../model/boxes.ts';
import type { Heading } from '../model/meaning.ts';

/** The position of a name relative to its node, if there is space. */
export type Side = 'right' | 'left' | 'below' | 'anywhere';

export interface NodeNameLabel {
  readonly id: string;
  readonly text: string;
  readonly side: Side;
  /** Whether to draw the name even if it covers another name. */
  readonly always: boolean;
  /** Whether the name belongs to an origin or a community. */
  readonly strong: boolean;
  readonly faint: boolean;
}

export interface EdgeNameLabel {
  readonly source: string;
  readonly target: string;
  readonly text: string;
  /** Whether the text consists only of the number of relations. */
  readonly isNumber: boolean;
}

/** All text that is drawn in a frame. */
export interface Labels {
  /** Most important names first. */
  readonly nodes: readonly NodeNameLabel[];
  readonly edges: readonly EdgeNameLabel[];
  readonly headings: readonly Heading[];
}

export interface LabelInk {
  readonly ink: string;
  readonly faint: string;
  readonly paper: string;
  readonly muted: string;
}

const FONT = '"Inter Variable", system-ui, sans-serif';
const SIZE = 12;
const LONGEST = 44;
/** A shorter beginning of a name says nothing. */
const SHORTEST = 9;
/** With at most this many nodes, names do not cover nodes; with more there is no room. */
const MOST_KEPT_OFF = 400;
/** At most this many names: more cannot be read, and every frame draws them again. */
const MOST = 140;
/** At most this many names among many nodes; zooming in shows the rest. */
const MOST_IN_CROWD = 50;
const CROWD = 1_000;
const MOST_TRIED = 2_000;

/** Draws the names in a frame, and reports which nodes have a name. */
export function drawLabels(
  renderer: Sigma,
  { nodes, edges, headings }: Labels,
  { ink, faint, paper, muted }: LabelInk,
): string[] {
  const context = renderer.getCanvases().labels?.getContext('2d');
  if (!context) return [];
  const { width, height } = renderer.getDimensions();
  const taken: Box[] = nodes.length <= MOST_KEPT_OFF ? nodes.flatMap(({ id }) => nodeBox(renderer, id)) : [];
  const shown: string[] = [];
  context.lineJoin = 'round';
  context.lineWidth = 4;
  context.strokeStyle = paper;

  const write = (text: string, box: Box, color: string) => {
    taken.push(box);
    context.strokeText(text, box.x, box.y + SIZE);
    context.fillStyle = color;
    context.fillText(text, box.x, box.y + SIZE);
  };

  context.font = `600 ${SIZE - 1}px ${FONT}`;
  for (const { text, side, ...at } of headings) {
    const { x, y: below } = renderer.graphToViewport(at);
    const row = below - renderer.graphToViewport({ x: at.x, y: at.y + 1 }).y;
    const y = below - Math.min(Math.max(row * 0.65, 15), 30);
    const short = fitted(text, side === 'right' ? width - x : x, context);
    const measured = context.measureText(short).width;
    const left = side === 'right' ? x - 4 : x + 4 - measured;
    write(short, { x: left, y: y - SIZE / 2, width: measured, height: SIZE }, muted);
  }

  const most = nodes.length > CROWD ? MOST_IN_CROWD : MOST;
  let tried = 0;
  for (const { id, text, side, always, strong, faint: weak } of nodes) {
    if (shown.length >= most || tried >= MOST_TRIED) break;
    const data = renderer.getNodeDisplayData(id);
    if (!data || data.hidden) continue;
    tried += 1;
    const { x, y } = renderer.framedGraphToViewport(data);
    if (x < 0 || y < 0 || x > width || y > height) continue;
    context.font = `${strong ? '650' : '450'} ${strong ? SIZE + 2 : SIZE}px ${FONT}`;
    const size = renderer.scaleSize(data.size);
    const room = side === 'below' || side === 'anywhere' ? width : (side === 'right' ? width - x : x) - size - 8;
    const short = fitted(text, room, context, always || strong);
    const places = around(x, y, size, context.measureText(short).width, SIZE + 3);
    const box = free(
      ordered(places, side),
      taken,
      { width, height },
      always || (strong && nodes.length <= MOST_KEPT_OFF),
    );
    if (!box) continue;
    write(short, box, weak ? faint : ink);
    shown.push(id);
  }

  for (const { source, target, text, isNumber } of edges.slice(0, MOST)) {
    const [from, to] = [renderer.getNodeDisplayData(source), renderer.getNodeDisplayData(target)];
    if (!from || !to) continue;
    context.font = `${isNumber ? SIZE - 2 : SIZE - 1}px ${FONT}`;
    const [a, b] = [renderer.framedGraphToViewport(from), renderer.framedGraphToViewport(to)];
    const measured = context.measureText(text).width;
    if (Math.hypot(a.x - b.x, a.y - b.y) < measured * 0.8) continue;
    const places = [0.5, 0.62, 0.38].map((share) => ({
      x: a.x + (b.x - a.x) * share - measured / 2,
      y: a.y + (b.y - a.y) * share - SIZE / 2,
      width: measured,
      height: SIZE,
    }));
    const box = free(places, taken, { width, height }, false);
    if (box) write(text, box, muted);
  }
  return shown;
}

/**
 * The places for a name, the wanted one first. Names in rows have one place: elsewhere they would cover the lines. `around`
 * gives right, left, above and below.
 */
function ordered([right, left, above, below]: readonly Box[], side: Side): Box[] {
  const all = {
    left: [left],
    right: [right],
    below: [below, above, right, left],
    anywhere: [right, left, above, below],
  }[side];
  return all.filter((box) => box !== undefined);
}

/** As much of a text as fits in a width of pixels; a name that must be whole is cut only where the stage ends. */
function fitted(text: string, room: number, context: CanvasRenderingContext2D, whole = false): string {
  const short = text.length > LONGEST && !whole ? cut(text, LONGEST) : text;
  const measured = context.measureText(short).width;
  if (measured <= room) return short;
  let letters = Math.floor((short.length * room) / measured);
  while (letters > SHORTEST && context.measureText(cut(short, letters)).width > room) letters -= 1;
  return letters < SHORTEST ? short : cut(short, letters);
}

const cut = (text: string, letters: number): string => `${text.slice(0, letters - 1).trimEnd()}…`;

function nodeBox(renderer: Sigma, id: string): Box[] {
  const data = renderer.getNodeDisplayData(id);
  if (!data) return [];
  const { x, y } = renderer.framedGraphToViewport(data);
  const size = renderer.scaleSize(data.size) * 0.8;
  return [{ x: x - size, y: y - size, width: 2 * size, height: 2 * size }];
}
