/** The neighborhood of an entity as a small picture that the server draws, and as a list with the same content. */

import { document, type ResultOf } from '../../schema/document.ts';
import { undatedId } from '../model/dated-id.ts';
import { ENTITY_KINDS, KIND } from '../model/kinds.ts';
import { labelOf } from '../model/relations.ts';
import { withMarks } from '../prose/hidden.ts';
import { addressOf } from '../view/address.ts';
import { KindShape, ShapePath } from '../view/shape.tsx';
import { around, below, fitted, type NodePlacing } from './placing.ts';

/** The root field in the document of every page. It is the same on all pages, so the database plans it only once. */
export const NEIGHBORHOOD = 'neighborhood(of: [$id], depth: 1, limit: 25) { ...Picture }';
/** The same field, for the law as of a date. */
export const NEIGHBORHOOD_ON_DAY = 'neighborhood(of: [$id], depth: 1, limit: 25, asOf: $asOf) { ...Picture }';

/** Selects the data of a small picture. The first node is the entity itself. */
export const PICTURE = document(`
fragment Picture on Subgraph {
  nodes { key kind label degree }
  edges { source target type }
  completeness { omittedNodes }
}`);
/** An entity and its neighbors. */
export type Surroundings = ResultOf<typeof PICTURE>;
type Node = Surroundings['nodes'][number];
type Edges = Surroundings['edges'];

/** A neighbor, and how the origin is related to it: "related to, mentions". */
interface Neighbor extends Node {
  says: string;
}

/**
 * The section with the picture, its list, and a link to the explorer. Renders nothing if there are no neighbors.
 *
 * @param asOf the date of the linked provisions
 */
export function Picture({ surroundings, asOf = null }: { surroundings: Surroundings | null; asOf?: string | null }) {
  const [origin, ...others] = surroundings?.nodes ?? [];
  if (surroundings === null || origin === undefined || others.length === 0) return null;
  const { edges, completeness } = surroundings;
  const neighbors = others
    .map((node): Neighbor => ({ ...node, says: says(origin.key, node.key, edges) }))
    .sort((a, b) => ENTITY_KINDS.indexOf(a.kind) - ENTITY_KINDS.indexOf(b.kind) || compare(a.label, b.label));
  const left = completeness.omittedNodes;
  const shown = { origin, neighbors, asOf };
  return (
    <section class="picture" aria-labelledby="neighborhood">
      <h2 id="neighborhood">Neighborhood</h2>
      <div class="wide">
        <Drawing name="wide" placing={around(neighbors.length)} edges={edges} {...shown} />
      </div>
      <div class="narrow">
        <Drawing name="narrow" placing={below(neighbors.length)} edges={[]} {...shown} />
      </div>
      <Legend nodes={[origin, ...neighbors]} />
      <p class="note">
        {left > 0 &&
          `The picture shows the ${neighbors.length} of ${neighbors.length + left} neighbors that are most relevant. `}
        <a href={exploreAddress(origin.key, asOf)}>Explore this neighborhood</a>
      </p>
      <details>
        <summary>View as a list</summary>
        <ul>
          {neighbors.map(({ key: id, kind, label, says }) => (
            <li>
              {origin.label} {says} <a href={addressOf(id, asOf)}>{label}</a>{' '}
              <span class="muted">{KIND[kind].words.one.toLowerCase()}</span>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

/** The address of an entity in the explorer, for the law as of a date. */
export const exploreAddress = (id: string, asOf?: string | null): string =>
  `/explore?of=${encodeURIComponent(undatedId(id))}${asOf ? `&day=${asOf}` : ''}`;

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function says(origin: string, other: string, edges: Edges): string {
  const labels = edges.flatMap(({ source, target, type }) => {
    if (source === origin && target === other) return [labelOf(type, 'OUT')];
    return source === other && target === origin ? [labelOf(type, 'IN')] : [];
  });
  return [...new Set(labels)].join(', ');
}

/** What both drawings show. */
interface Shown {
  origin: Node;
  neighbors: readonly Neighbor[];
  edges: Edges;
  asOf: string | null;
}

function Drawing({
  name,
  placing: { width, height, origin: middle, places, room },
  origin,
  neighbors,
  edges,
  asOf,
}: Shown & { name: 'wide' | 'narrow'; placing: NodePlacing }) {
  const at = new Map(neighbors.map(({ key: id }, i) => [id, places[i]]));
  const between = new Set<string>();
  for (const { source, target } of edges) {
    const [from, to] = [at.get(source), at.get(target)];
    if (from && to) {
      const bend = (a: number, b: number, towards: number) => round((a + b) * 0.3 + towards * 0.4);
      const [x, y] = [bend(from.x, to.x, middle.x), bend(from.y, to.y, middle.y)];
      between.add(`M${from.x},${from.y}Q${x},${y} ${to.x},${to.y}`);
    }
  }
  const spokes = places.map(({ x, y }) =>
    name === 'wide' ? `M${middle.x},${middle.y}L${x},${y}` : `M${middle.x},${middle.y}V${y - 8}q0,8 8,8H${x}`,
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing is not a group of fields
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="group"
      aria-labelledby={`${name}-title ${name}-desc`}
    >
      <title id={`${name}-title`}>{`The neighborhood of ${origin.label}`}</title>
      <desc id={`${name}-desc`}>
        {`${neighbors.length} ${neighbors.length === 1 ? 'neighbor' : 'neighbors'}, grouped by kind. The list below has the same content.`}
      </desc>
      <path class="between" d={[...between].join('')} />
      <path class="spoke" d={spokes.join('')} />
      {neighbors.map((node, i) => {
        const { x, y, side } = places[i] ?? { x: 0, y: 0, side: 'right' };
        return (
          <a href={addressOf(node.key, asOf)}>
            <title>{`${node.label}: ${node.says}`}</title>
            <ShapePath kind={node.kind} x={x} y={y} />
            <text x={x + (side === 'right' ? 12 : -12)} y={y + 4.5} text-anchor={side === 'right' ? 'start' : 'end'}>
              {fitted(withMarks(node.label), room)}
            </text>
          </a>
        );
      })}
      <g class="origin">
        <ShapePath kind={origin.kind} x={middle.x} y={middle.y} size={9} />
        {name === 'wide' ? (
          <text x={middle.x} y={middle.y - 16} text-anchor="middle">
            {fitted(withMarks(origin.label), 230)}
          </text>
        ) : (
          <text x={middle.x + 16} y={middle.y + 4.5}>
            {fitted(withMarks(origin.label), 270)}
          </text>
        )}
      </g>
    </svg>
  );
}

const round = (value: number) => Math.round(value * 10) / 10;

/** The legend of the kinds in the picture. */
function Legend({ nodes }: { nodes: readonly Node[] }) {
  const kinds = ENTITY_KINDS.filter((kind) => nodes.some((node) => node.kind === kind));
  return (
    <ul class="legend">
      {kinds.map((kind) => (
        <li>
          <KindShape kind={kind} /> {KIND[kind].words.one}
        </li>
      ))}
    </ul>
  );
}
