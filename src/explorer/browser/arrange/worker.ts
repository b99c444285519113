/** Runs ForceAtlas2 in a worker. On the main thread, thousands of nodes would block the page for seconds. */
import { MultiDirectedGraph } from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import { callable } from '../../../picture/callable.ts';
import type { Arrangement, Arranging } from './messages.ts';

const layout = callable(forceAtlas2);

self.onmessage = ({ data: { ids, x, y, fixed, sources, targets } }: MessageEvent<Arranging>) => {
  const graph = new MultiDirectedGraph();
  ids.forEach((id, i) => {
    graph.addNode(id, { x: x[i] ?? 0, y: y[i] ?? 0, ...(fixed[i] === 1 && { fixed: true }) });
  });
  sources.forEach((source, i) => {
    const target = targets[i];
    if (target !== undefined && source !== target) graph.addEdge(ids[source], ids[target]);
  });
  const settings = { ...layout.inferSettings(graph), barnesHutOptimize: ids.length > 800, adjustSizes: false };
  layout.assign(graph, { iterations: ids.length > 5_000 ? 60 : 250, settings });
  const points = ids.map((id) => graph.getNodeAttributes(id));
  const arrangement: Arrangement = { x: points.map((point) => point.x), y: points.map((point) => point.y) };
  self.postMessage(arrangement);
};
