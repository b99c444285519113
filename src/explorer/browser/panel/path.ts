/** The paths between the two ends, step by step. */
import { labelOf } from '../../../model/relations.ts';
import { h } from '../dom.ts';
import type { Explorer, State } from '../explorer.ts';
import type { PicturePath } from '../model/picture-data.ts';
import { counted } from '../model/summary.ts';
import { entityLink, title } from './pieces.ts';

export const pathParts = (explorer: Explorer, { scene }: State): Node[] => [
  title(scene.paths.length === 1 ? 'One path' : `${scene.paths.length} paths`),
  ...scene.paths.map((path) =>
    h(
      'section',
      {},
      h('h3', {}, counted(path.edges.length, 'step')),
      h('ol', { class: 'way' }, ...steps(explorer, scene, path)),
    ),
  ),
];

function steps(explorer: Explorer, scene: State['scene'], { nodes, edges }: PicturePath): Node[] {
  const name = (id: string) => ({ id, label: scene.nodes.get(id)?.label ?? id });
  return nodes.map((id, i) => {
    const edge = edges[i - 1];
    const how = edge ? `${labelOf(edge.type, edge.source === id ? 'IN' : 'OUT')} ` : '';
    return h('li', {}, how, entityLink(explorer, name(id)));
  });
}
