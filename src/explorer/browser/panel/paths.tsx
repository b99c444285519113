/** The paths between the two ends, step by step. */
import { labelOf } from '../../../model/relations.ts';
import { EntityLink } from '../../../view/links.tsx';
import type { PicturePath } from '../model/picture-data.ts';
import type { Scene } from '../model/scene.ts';
import { counted } from '../model/summary.ts';
import { Part, Title } from './pieces.tsx';

/** All paths, each as a list of its steps. */
export const Paths = ({ scene }: { scene: Scene }) => (
  <>
    <Title>{scene.paths.length === 1 ? 'One path' : `${scene.paths.length} paths`}</Title>
    {scene.paths.map((path, i) => (
      <Part name={`path-${i}`} heading={counted(path.edges.length, 'step')}>
        <Way path={path} scene={scene} />
      </Part>
    ))}
  </>
);

const Way = ({ path: { nodes, edges }, scene }: { path: PicturePath; scene: Scene }) => (
  <ol class="way">
    {nodes.map((id, i) => {
      const edge = edges[i - 1];
      return (
        <li>
          {edge && `${labelOf(edge.type, edge.source === id ? 'IN' : 'OUT')} `}
          <EntityLink id={id} label={scene.nodes.get(id)?.label ?? id} />
        </li>
      );
    })}
  </ol>
);
