/** The lines of docs/exports.md that draw an answer of the API, run as they stand there, with the libraries that they name. */
import { readFileSync } from 'node:fs';
import cytoscape, { type Core } from 'cytoscape';
import { forceLink, forceSimulation } from 'd3-force';
import { expect, test } from 'vitest';
import * as z from 'zod';

const section = readFileSync(new URL('../../docs/exports.md', import.meta.url), 'utf8')
  .split('\n## ')
  .find((one) => one.startsWith('Draw an answer of the API'));
const blocks = (language: string): string[] =>
  [...(section ?? '').matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, code = '']) => code);

interface Keyed {
  key: string;
}

/** The answer that the document shows; another test compares it with the API's. */
const { neighborhood: picture } = JSON.parse(blocks('json')[0] ?? '') as {
  neighborhood: { nodes: Keyed[]; edges: (Keyed & { source: string; target: string })[] };
};
const [node, edge] = [picture.nodes[0]?.key ?? '', picture.edges[0]];

/** Runs the nth block, and gives what it names. */
function run<Made>(nth: number, names: string): Made {
  const given = { picture, cytoscape, container: undefined, forceSimulation, forceLink };
  const code = `${blocks('js')[nth]}\nreturn { ${names} };`;
  return new Function(...Object.keys(given), code)(...Object.values(given)) as Made;
}

test('Cytoscape.js draws an answer: its elements have the keys as ids, and the edges join them', () => {
  expect(blocks('js')).toHaveLength(3);
  const { drawn } = run<{ drawn: Core }>(0, 'drawn');
  expect(drawn.nodes().map((one) => one.id())).toEqual(picture.nodes.map(({ key }) => key));
  expect(
    drawn
      .getElementById(node)
      .neighborhood('node')
      .map((one) => one.id()),
  ).toEqual([edge?.target]);
  expect(drawn.edges().map((one) => one.data('type'))).toEqual(['PUBLISHED_BY']);
});

test('d3-force draws an answer: its links lead from node to node, and the answer stays as it was', () => {
  const before = structuredClone(picture);
  const { links, simulation } = run<{ links: { source: Keyed; target: Keyed }[]; simulation: { stop(): void } }>(
    1,
    'links, simulation',
  );
  simulation.stop();
  expect(links.map(({ source, target }) => [source.key, target.key])).toEqual([[edge?.source, edge?.target]]);
  expect(picture).toEqual(before);
});

// The required fields of React Flow 12 (reactflow.dev/api-reference/types/node and /edge), and a label for each.
const FLOW = z.strictObject({
  nodes: z.array(
    z.strictObject({
      id: z.string(),
      position: z.strictObject({ x: z.number(), y: z.number() }),
      data: z.strictObject({ label: z.string() }),
    }),
  ),
  edges: z.array(z.strictObject({ id: z.string(), source: z.string(), target: z.string(), label: z.string() })),
});

test('React Flow draws an answer: each node has a place in pixels, and each edge joins two nodes', () => {
  const { nodes, edges } = FLOW.parse(run(2, 'nodes, edges'));
  const ids = new Set(nodes.map(({ id }) => id));
  expect(ids.size).toBe(2);
  for (const { source, target } of edges) expect([ids.has(source), ids.has(target)]).toEqual([true, true]);
  const [a, b] = nodes.map(({ position }) => position);
  expect(Math.hypot((a?.x ?? 0) - (b?.x ?? 0), (a?.y ?? 0) - (b?.y ?? 0))).toBeGreaterThan(100);
});
