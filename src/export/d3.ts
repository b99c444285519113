import { labelOf } from '../model/relations.ts';
import type { ExportedEdge, ExportedGraph, ExportedNode, ExportFormat } from './graph.ts';
import { beside } from './properties.ts';
import { listed, mapped } from './text.ts';

/**
 * Nodes and links for d3: `forceSimulation(file.nodes).force('link', forceLink(file.links).id((d) => d.id))`.
 * With `directed`, `multigraph` and `graph`, the file is also node-link data of NetworkX.
 */
export const d3: ExportFormat = {
  name: 'd3',
  about: 'JSON of d3-force, and of NetworkX (node_link_graph)',
  mediaType: 'application/json',
  extension: 'd3.json',
  write,
};

async function* write({ about, sources, nodes, edges }: ExportedGraph): AsyncGenerator<string> {
  yield `{"directed":true,"multigraph":true,"graph":${JSON.stringify(about).slice(0, -1)},"sources":[`;
  yield* listed(sources());
  yield '\n]},"nodes":[';
  yield* listed(mapped(nodes(), node));
  yield '\n],"links":[';
  yield* listed(mapped(edges(), link));
  yield '\n]}\n';
}

/** Names with a meaning in d3: the simulation stores positions and velocities in the nodes. */
const OF_NODES = new Set(['index', 'x', 'y', 'vx', 'vy', 'fx', 'fy', 'id', 'kind', 'label', 'other']);
const OF_LINKS = new Set(['index', 'evidence', 'id', 'key', 'source', 'target', 'type', 'label', 'other']);

const node = ({ properties, id, kind, label }: ExportedNode) => ({ ...beside(properties, OF_NODES), id, kind, label });

/** NetworkX distinguishes parallel edges by `key`. */
const link = ({ properties, evidence, id, type, source, target }: ExportedEdge) => ({
  ...beside(properties, OF_LINKS),
  ...{ evidence, id, key: id, source, target, type, label: labelOf(type, 'OUT') },
});
