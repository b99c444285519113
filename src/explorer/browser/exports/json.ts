/** What is shown, as JSON for other tools: node-link form, with the view it was made by and what the answers left out. Pure. */
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
