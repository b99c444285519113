import { labelOf } from '../model/relations.ts';
import type { ExportedEdge, ExportedNode, ExportFormat } from './graph.ts';
import { beside } from './properties.ts';
import { jsonText, mapped } from './text.ts';

/**
 * JSON for Cytoscape. Load it with `cytoscape({ elements: file.elements })`, or with "Import network" in Cytoscape
 * Desktop.
 */
export const cytoscape: ExportFormat = {
  name: 'cytoscape',
  about: 'JSON for Cytoscape.js and Cytoscape Desktop',
  mediaType: 'application/json',
  extension: 'cytoscape.json',
  write: ({ about, vocabularies, sources, nodes, edges }) =>
    jsonText({
      data: { ...about, vocabularies: vocabularies(), sources: sources() },
      elements: { nodes: mapped(nodes(), nodeElement), edges: mapped(edges(), edgeElement) },
    }),
};

/** Names with a meaning in Cytoscape: `parent` makes compound nodes, `source` and `target` make an edge. */
const OF_NODES = new Set(['id', 'kind', 'label', 'parent', 'source', 'target', 'other']);
const OF_EDGES = new Set(['evidence', 'id', 'source', 'target', 'type', 'label', 'other']);

const nodeElement = ({ properties, id, kind, label }: ExportedNode) => ({
  data: { ...beside(properties, OF_NODES), id, kind, label },
});

const edgeElement = ({ properties, evidence, id, type, source, target }: ExportedEdge) => ({
  data: { ...beside(properties, OF_EDGES), evidence, id, source, target, type, label: labelOf(type, 'OUT') },
});
