import { labelOf } from '../model/relations.ts';
import type { ExportedEdge, ExportedNode, ExportFormat } from './graph.ts';
import { beside } from './properties.ts';
import { jsonText, mapped } from './text.ts';

/**
 * Nodes and links for d3: `forceSimulation(file.nodes).force('link', forceLink(file.links).id((d) => d.id))`. Because
 * the file contains `directed`, `multigraph`, and `graph`, it is also valid node-link data for NetworkX.
 */
export const d3: ExportFormat = {
  name: 'd3',
  about: 'JSON for d3-force and NetworkX (node_link_graph)',
  mediaType: 'application/json',
  extension: 'd3.json',
  write: ({ about, vocabularies, sources, nodes, edges }) =>
    jsonText({
      directed: true,
      multigraph: true,
      graph: { ...about, vocabularies: vocabularies(), sources: sources() },
      nodes: mapped(nodes(), node),
      links: mapped(edges(), link),
    }),
};

/** Names with a meaning in d3: the simulation stores positions and velocities in the nodes. */
const OF_NODES = new Set(['index', 'x', 'y', 'vx', 'vy', 'fx', 'fy', 'id', 'kind', 'label', 'other']);
const OF_LINKS = new Set(['index', 'evidence', 'id', 'key', 'source', 'target', 'type', 'label', 'other']);

const node = ({ properties, id, kind, label }: ExportedNode) => ({ ...beside(properties, OF_NODES), id, kind, label });

/** NetworkX distinguishes parallel edges by `key`. */
const link = ({ properties, evidence, id, type, source, target }: ExportedEdge) => ({
  ...beside(properties, OF_LINKS),
  ...{ evidence, id, key: id, source, target, type, label: labelOf(type, 'OUT') },
});
