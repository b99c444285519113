import type { PictureEdge } from './picture-data.ts';

/**
 * The nodes that can be reached from the roots without passing through a collapsed node, and the nodes without any
 * relation.
 *
 * @param roots null if the view has no roots; in this case, a collapsed node hides the nodes that are connected only to
 * it
 */
export function reach(
  nodes: ReadonlyMap<string, unknown>,
  edges: ReadonlyMap<string, PictureEdge>,
  roots: ReadonlySet<string> | null,
  closed: readonly string[],
): ReadonlySet<string> {
  if (closed.every((id) => !nodes.has(id))) return new Set(nodes.keys());
  const joined = new Map<string, Set<string>>([...nodes.keys()].map((id) => [id, new Set()]));
  for (const { source, target } of edges.values()) {
    if (source === target) continue;
    joined.get(source)?.add(target);
    joined.get(target)?.add(source);
  }
  const starts = [...joined].filter(([id, others]) => (roots ? roots.has(id) || others.size === 0 : others.size !== 1));
  const reached = new Set(starts.map(([id]) => id));
  const barred = new Set(closed);
  const waiting = [...reached];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (barred.has(id)) continue;
    for (const next of joined.get(id) ?? []) {
      if (reached.has(next)) continue;
      reached.add(next);
      waiting.push(next);
    }
  }
  for (const id of closed) if (nodes.has(id) && roots === null) reached.add(id);
  return reached;
}
