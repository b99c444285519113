/** Converts the state to the data that Sigma draws: sizes, colors, and outlines. */
import { MultiDirectedGraph } from 'graphology';
import { ENTITY_KINDS } from '../../../model/kinds.ts';
import { RELATIONS } from '../../../model/relations.ts';
import type { State } from '../explorer.ts';
import type { Highlight } from '../model/highlight.ts';
import type { Point } from '../model/point.ts';
import type { SceneNode } from '../model/scene.ts';
import { sizeOf } from '../model/size.ts';
import type { Theme } from './theme.ts';

/** At most this many relations have arrowheads; among more they cannot be seen, and they cost a third of a frame. */
const MOST_ARROWS = 3_000;
/** With more relations, lines are one pixel wide: wide lines take seconds without a graphics card. */
const MOST_WIDE = 8_000;

/** The width in pixels of a stage with nodes of full size; narrower stages have smaller nodes. */
const FULL_WIDTH = 640;

/**
 * The shown graph with its positions.
 *
 * @param from the position from which a node starts to move
 * @param width the width of the stage in pixels
 */
export function drawingOf(
  { scene, positions }: State,
  from: (node: SceneNode) => Point | undefined,
  width: number,
): MultiDirectedGraph {
  const graph = new MultiDirectedGraph();
  const count = scene.shownNodes.size;
  const scale = Math.min(1, Math.max(0.6, width / FULL_WIDTH));
  for (const node of scene.shownNodes.values()) {
    const { x, y } = from(node) ?? positions.get(node.key) ?? { x: 0, y: 0 };
    graph.addNode(node.key, {
      x,
      y,
      size: sizeOf(node, count) * scale,
      kind: ENTITY_KINDS.indexOf(node.kind),
      type: 'shape',
    });
  }
  const lines = scene.lines.size;
  const plain = lines > MOST_WIDE ? 'thin' : 'line';
  for (const { key: id, source, target, edges } of scene.lines.values()) {
    const directed = edges.every((edge) => !RELATIONS[edge.type].symmetric && edge.source === source);
    graph.addEdgeWithKey(id, source, target, { type: lines <= MOST_ARROWS && directed ? 'arrow' : plain });
  }
  return graph;
}

/** The look of a node. */
export function nodeLook(id: string, state: State, highlight: Highlight | null, theme: Theme) {
  const { scene, view } = state;
  const node = scene.shownNodes.get(id);
  const color = node ? theme.kinds[node.kind] : theme.faint;
  const steppedBack = highlight !== null && !highlight.nodes.has(id);
  const marked = [view.selected, state.pointed].some((one) => isSelected(one, 'node', id)) || isEnd(view, id);
  const held = view.pins.some((pin) => pin.id === id);
  return {
    color: steppedBack ? mix(color, theme.paper, 0.78) : color,
    rim: marked || held ? theme.ink : mix(color, theme.paper, steppedBack ? 0.86 : 0.45),
    zIndex: marked ? 2 : steppedBack ? 0 : 1,
  };
}

/** The look of a line. Lines between an origin and another node come before lines among the other nodes. */
export function edgeLook(
  id: string,
  state: State,
  highlight: Highlight | null,
  named: ReadonlySet<string>,
  theme: Theme,
) {
  const { scene } = state;
  const edge = scene.lines.get(id);
  const color = edge ? theme.families[RELATIONS[edge.type].family] : theme.faint;
  if (named.has(id)) {
    const chosen = edge?.edges.some(({ key }) => isSelected(state.view.selected, 'edge', key));
    return { color: chosen ? theme.ink : color, size: chosen ? 3.5 : 2.2, zIndex: 2 };
  }
  if (highlight !== null) return { color: mix(color, theme.paper, 0.9), size: 0.6, zIndex: 0 };
  if (scene.lines.size > MOST_ARROWS) return { color: mix(color, theme.paper, 0.75), size: 1, zIndex: 0 };
  const fromOrigin = [edge?.source, edge?.target].some((end) => scene.nodes.get(end ?? '')?.distance === 0);
  const leads = fromOrigin || state.view.base.kind === 'whole';
  return { color: mix(color, theme.paper, leads ? 0.35 : 0.72), size: leads ? 1.4 : 1, zIndex: leads ? 1 : 0 };
}

const isEnd = ({ from, to }: State['view'], id: string): boolean => id === from || id === to;

const isSelected = (selected: State['view']['selected'], kind: 'node' | 'edge', id: string): boolean =>
  selected?.kind === kind && selected.id === id;

/** Mixes two colors, both `#rrggbb`; a share of 0 is the first. */
function mix(first: string, second: string, share: number): string {
  const parts = (color: string) => [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  const others = parts(second);
  const mixed = parts(first).map((value, i) => Math.round(value + ((others[i] ?? value) - value) * share));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
