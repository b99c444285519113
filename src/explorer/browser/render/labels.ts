/** Draws names beside nodes and lines. Unlike Sigma's own labels they do not overlap, and important names come first. */
import type Sigma from 'sigma';
import { around, type Box, free } from '../model/boxes.ts';

export interface NodeNameLabel {
  readonly id: string;
  readonly text: string;
  /** Whether to draw the name even if it covers another one. */
  readonly always: boolean;
  readonly faint: boolean;
}

export interface EdgeNameLabel {
  readonly source: string;
  readonly target: string;
  readonly text: string;
}

export interface LabelInk {
  readonly ink: string;
  readonly faint: string;
  readonly paper: string;
  readonly accent: string;
}

const FONT = 'system-ui, sans-serif';
const SIZE = 12;
const LONGEST = 34;
/** With at most this many nodes, names do not cover nodes; with more there is no room. */
const MOST_KEPT_OFF = 400;
/** At most this many names: more cannot be read, and every frame draws them again. */
const MOST = 140;
/** At most this many names among many nodes; zooming in shows the rest. */
const MOST_IN_CROWD = 50;
const CROWD = 1_000;
const MOST_TRIED = 2_000;

/**
 * Draws the names of a frame.
 *
 * @param nodes the most important first
 */
export function drawLabels(
  renderer: Sigma,
  nodes: readonly NodeNameLabel[],
  edges: readonly EdgeNameLabel[],
  { ink, faint, paper, accent }: LabelInk,
): string[] {
  const context = renderer.getCanvases().labels?.getContext('2d');
  if (!context) return [];
  const { width, height } = renderer.getDimensions();
  const taken: Box[] = nodes.length <= MOST_KEPT_OFF ? nodes.flatMap(({ id }) => nodeBox(renderer, id)) : [];
  const shown: string[] = [];
  context.lineJoin = 'round';
  context.lineWidth = 3.5;
  context.strokeStyle = paper;

  const write = (text: string, box: Box, color: string) => {
    taken.push(box);
    context.strokeText(text, box.x, box.y + SIZE);
    context.fillStyle = color;
    context.fillText(text, box.x, box.y + SIZE);
  };

  context.font = `500 ${SIZE}px ${FONT}`;
  const most = nodes.length > CROWD ? MOST_IN_CROWD : MOST;
  let tried = 0;
  for (const { id, text, always, faint: weak } of nodes) {
    if (shown.length >= most || tried >= MOST_TRIED) break;
    const data = renderer.getNodeDisplayData(id);
    if (!data || data.hidden) continue;
    tried += 1;
    const { x, y } = renderer.framedGraphToViewport(data);
    if (x < 0 || y < 0 || x > width || y > height) continue;
    const short = text.length > LONGEST && !always ? `${text.slice(0, LONGEST - 1)}…` : text;
    const size = renderer.scaleSize(data.size);
    const box = free(around(x, y, size, context.measureText(short).width, SIZE + 3), taken, { width, height }, always);
    if (!box) continue;
    write(short, box, weak ? faint : ink);
    shown.push(id);
  }

  context.font = `${SIZE - 1}px ${FONT}`;
  for (const { source, target, text } of edges.slice(0, MOST)) {
    const [from, to] = [renderer.getNodeDisplayData(source), renderer.getNodeDisplayData(target)];
    if (!from || !to) continue;
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
    if (box) write(text, box, accent);
  }
  return shown;
}

function nodeBox(renderer: Sigma, id: string): Box[] {
  const data = renderer.getNodeDisplayData(id);
  if (!data) return [];
  const { x, y } = renderer.framedGraphToViewport(data);
  const size = renderer.scaleSize(data.size) * 0.8;
  return [{ x: x - size, y: y - size, width: 2 * size, height: 2 * size }];
}
