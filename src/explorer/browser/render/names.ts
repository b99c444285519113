/** Determines which names a picture shows, and in which order. */
import { withMarks } from '../../../prose/hidden.ts';
import type { State } from '../explorer.ts';
import { communitiesOf, groupsOf } from '../model/groups.ts';
import type { Highlight } from '../model/highlight.ts';
import { lineInWords } from '../model/lines.ts';
import { type Heading, headingsOf } from '../model/meaning.ts';
import { isByMeaning } from '../model/questions.ts';
import type { SceneNode } from '../model/scene.ts';
import type { EdgeNameLabel, NodeNameLabel, Side } from './labels.ts';

/**
 * The most important nodes first: open nodes and nodes under the pointer, highlighted nodes, origins, and then hubs.
 */
export function labelsOf({ scene, view, positions, pointed }: State, highlight: Highlight | null): NodeNameLabel[] {
  const rank = (id: string, distance: number) => {
    if ([pointed, view.selected].some((one) => one?.kind === 'node' && one.id === id)) return 0;
    if (id === view.from || id === view.to) return 1;
    if (highlight?.nodes.has(id)) return 2;
    return hubs.has(id) || (distance === 0 && view.base.kind === 'around') ? 3 : 4;
  };
  const hubs = new Set(communitiesOf(scene, view).map(({ hub }) => hub.key));
  const isOneSided = ![...positions.values()].some(({ x }) => x < 0);
  const sideOf = ({ key, distance, broughtBy }: SceneNode): Side => {
    if (!isByMeaning(view) || broughtBy !== null) return 'anywhere';
    if (distance === 0) return isOneSided ? 'right' : 'below';
    return (positions.get(key)?.x ?? 0) < 0 ? 'left' : 'right';
  };
  return [...scene.shownNodes.values()]
    .map((node) => ({ node, rank: rank(node.key, node.distance) }))
    .sort((a, b) => a.rank - b.rank || b.node.degree - a.node.degree)
    .map(({ node, rank }) => ({
      id: node.key,
      text: withMarks(node.label),
      side: sideOf(node),
      strong: hubs.has(node.key) || (node.distance === 0 && view.base.kind === 'around'),
      always: rank <= 1,
      faint: highlight !== null && !highlight.nodes.has(node.key),
    }));
}

/** With more lines, their numbers would cover the picture. */
const MOST_NUMBERED = 120;

/** The words next to named lines, and the numbers next to other lines that represent several relations. */
export function lineLabels({ scene }: State, named: ReadonlySet<string>): EdgeNameLabel[] {
  const lines = [...scene.lines.values()];
  const shown =
    scene.lines.size <= MOST_NUMBERED && named.size === 0 ? lines : lines.filter(({ key }) => named.has(key));
  return shown.flatMap((line) => {
    const isNamed = named.has(line.key);
    if (!isNamed && line.edges.length === 1) return [];
    const text = isNamed ? lineInWords(line) : String(line.edges.length);
    return [{ source: line.source, target: line.target, text, isNumber: !isNamed }];
  });
}

/** The names of the groups in a picture that is grouped by meaning. */
export function headingsFor({ scene, view, positions }: State): Heading[] {
  if (!isByMeaning(view)) return [];
  const { groups } = groupsOf({ nodes: scene.shownNodes, edges: scene.shownEdges });
  return headingsOf(groups, positions, new Set(view.pins.map(({ id }) => id)));
}
