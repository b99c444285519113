import { labelOf } from '../model/relations.ts';
import type { ExportedEdge, ExportedNode, ExportFormat } from './graph.ts';
import { jsonText, mapped } from './text.ts';

/**
 * JSON for graphology and Sigma: `Graph.from(file)`. The type of a relation is `relationType` because Sigma uses the
 * attribute `type` to choose a renderer. `glossograph import graph` can read this format.
 */
export const graphology: ExportFormat = {
  name: 'graphology',
  about: 'JSON for graphology and Sigma; can be imported into Glossograph',
  mediaType: 'application/json',
  extension: 'graphology.json',
  write: ({ about, vocabularies, sources, nodes, edges }) =>
    jsonText({
      options: { type: 'directed', multi: true, allowSelfLoops: true },
      attributes: { ...about, vocabularies: vocabularies(), sources: sources() },
      nodes: mapped(nodes(), nodeEntry),
      edges: mapped(edges(), edgeEntry),
    }),
};

const nodeEntry = ({ id, kind, label, properties }: ExportedNode) => ({
  key: id,
  attributes: { ...properties, kind, label },
});

const edgeEntry = ({ id, type, source, target, evidence, properties }: ExportedEdge) => ({
  key: id,
  source,
  target,
  attributes: { ...properties, evidence, relationType: type, label: labelOf(type, 'OUT') },
});
