/**
 * Converts the shown picture to node-link JSON for other tools. The file contains the view and states what the server
 * omitted. Pure.
 */
import type { State } from '../explorer.ts';
import { formatView } from '../view/url.ts';

export function jsonOf({ view, scene, positions }: State): string {
  const picture = {
    view: `?${formatView(view)}`,
    completeness: {
      exact: scene.leftOut.length === 0 && scene.joined,
      leftOut: scene.leftOut,
      hidden: scene.nodes.size - scene.shownNodes.size,
    },
    nodes: [...scene.shownNodes.values()].map(({ key: id, kind, label, degree, distance }) => ({
      ...{ id, kind, label, degree, distance },
      x: positions.get(id)?.x ?? null,
      y: positions.get(id)?.y ?? null,
    })),
    edges: [...scene.shownEdges.values()].map(({ key: id, source, target, type }) => ({ id, source, target, type })),
  };
  return `${JSON.stringify(picture, null, 1)}\n`;
}
