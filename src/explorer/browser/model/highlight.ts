import type { Selection, View } from '../view/view.ts';
import type { Scene } from './scene.ts';

/** The highlighted nodes and edges; all others are faded. */
export interface Highlight {
  readonly nodes: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
}

/**
 * Highlights the entity under the pointer with its neighbors, or the relation under the pointer with its ends, or else
 * the path. Returns null if there is none of these.
 */
export function highlightOf(scene: Scene, pointed: Selection | null): Highlight | null {
  const edge = pointed?.kind === 'edge' ? scene.shownEdges.get(pointed.id) : undefined;
  if (edge) return { nodes: new Set([edge.source, edge.target]), edges: new Set([edge.key]) };
  if (pointed?.kind === 'node' && scene.shownNodes.has(pointed.id)) {
    const { id } = pointed;
    return { nodes: new Set([id, ...(scene.neighbors.get(id) ?? [])]), edges: edgesAt(scene, id) };
  }
  if (scene.paths.length === 0) return null;
  return {
    nodes: new Set(scene.paths.flatMap(({ nodes }) => nodes)),
    edges: new Set(scene.paths.flatMap(({ edges }) => edges.map(({ key: id }) => id))),
  };
}

/** The keys of the lines that represent these relations. */
export const linesFor = ({ lineOf }: Scene, edges: Iterable<string>): Set<string> =>
  new Set([...edges].flatMap((key) => lineOf.get(key) ?? []));

/** The relations whose names are drawn: those of the path, those of the open entity, and the open relation. */
export function namedEdges(scene: Scene, { selected }: View, highlight: Highlight | null): ReadonlySet<string> {
  if (highlight) return highlight.edges;
  if (selected === null) return new Set();
  return selected.kind === 'edge' ? new Set([selected.id]) : edgesAt(scene, selected.id);
}

function edgesAt(scene: Scene, id: string): Set<string> {
  const found = new Set<string>();
  for (const edge of scene.shownEdges.values()) if (edge.source === id || edge.target === id) found.add(edge.key);
  return found;
}
