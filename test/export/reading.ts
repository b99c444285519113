/** Every format read back by a library that is not ours, into one plain shape. */
import { parse as parseCsv } from 'csv-parse/sync';
import cytoscape from 'cytoscape';
import { forceLink, forceSimulation, type SimulationLinkDatum, type SimulationNodeDatum } from 'd3-force';
import { MultiDirectedGraph, MultiGraph } from 'graphology';
import { parse as parseGexf } from 'graphology-gexf';
import { parse as parseGraphml } from 'graphology-graphml';
import { type ASTBaseNode, parse as parseDot } from 'ts-graphviz/ast';
import type { ExportedEdge, ExportedGraph, ExportedNode } from '../../src/export/graph.ts';
import { EDGE_PROPERTIES, NODE_PROPERTIES } from '../../src/export/properties.ts';
import { labelOf } from '../../src/model/relations.ts';
import { readJsonLd, readTurtle } from './reading-rdf.ts';

/** Everything that is said of something, by name. */
export type Said = Record<string, unknown>;
/** A graph as it was read: what is said of nodes and edges, by id. */
export interface Read {
  nodes: Map<string, Said>;
  edges: Map<string, Said>;
}

/** What stands in `other`, as its name is the format's own, beside the rest. */
const withOther = ({ other, ...said }: Said): Said => ({ ...said, ...(other as Said) });

/** One reader a format; CSV is two tables, and JSON Lines is our own. */
export const READERS: Readonly<Record<string, (text: string) => Read | Promise<Read>>> = {
  cytoscape(text) {
    const cy = cytoscape({ headless: true, elements: JSON.parse(text).elements });
    const datas = (all: { map<T>(one: (element: { data(): Said }) => T): T[] }) =>
      all.map((element) => withOther(element.data()));
    return {
      nodes: byId(datas(cy.nodes())),
      edges: byId(datas(cy.edges())),
    };
  },

  graphology(text) {
    const graph = new MultiDirectedGraph();
    graph.import(JSON.parse(text));
    return {
      nodes: new Map(graph.mapNodes((id, said) => [id, said])),
      edges: new Map(
        graph.mapEdges((id, { relationType: type, ...said }, source, target) => [
          id,
          { ...said, type, source, target },
        ]),
      ),
    };
  },

  d3(text) {
    interface Node extends SimulationNodeDatum, Said {
      id: string;
    }
    const { nodes, links } = JSON.parse(text) as { nodes: Node[]; links: (SimulationLinkDatum<Node> & Said)[] };
    forceSimulation(nodes)
      .force(
        'link',
        forceLink<Node, SimulationLinkDatum<Node>>(links).id(({ id }) => id),
      )
      .stop();
    const end = (one: unknown) => (one as Node).id; // forceLink has put the node itself in the place of its id
    return {
      nodes: byId(nodes.map(({ index: _, x: _x, y: _y, vx: _vx, vy: _vy, ...said }) => withOther(said))),
      edges: byId(
        links.map(({ index: _, key: _key, source, target, ...said }) => ({
          ...withOther(said),
          source: end(source),
          target: end(target),
        })),
      ),
    };
  },

  graphml: (text) => ofXml(parseGraphml(MultiGraph, text), 'strings'),
  gexf: (text) => ofXml(parseGexf(MultiGraph, text), 'lists'),

  dot(text) {
    const size = { maxASTNodes: 1e9, maxInputSize: 1e9 };
    const graph = (parseDot(text, size) as Tree).children?.[0];
    const read: Read = { nodes: new Map(), edges: new Map() };
    for (const { type, id, targets, children = [] } of graph?.children ?? []) {
      const said = Object.fromEntries(children.map(({ key, value }) => [unquoted(key?.value), unquoted(value?.value)]));
      if (type === 'Node') read.nodes.set(unquoted(id?.value), typed(NODE_PROPERTIES, said));
      if (type !== 'Edge') continue;
      const [source, target] = (targets ?? []).map((one) => unquoted(one.id?.value));
      const { id: edgeId = '', ...rest } = said;
      read.edges.set(edgeId, { ...typed(EDGE_PROPERTIES, rest), source, target });
    }
    return read;
  },

  turtle: readTurtle,
  'json-ld': readJsonLd,
};

/** The two tables together. */
export function readTables(nodes: string, edges: string): Read {
  const rows = (text: string, types: Readonly<Record<string, string>>) =>
    (
      parseCsv(text, {
        columns: true,
        cast: (cell, { quoting }) => (cell === '' && !quoting ? undefined : cell),
      }) as Said[]
    )
      .map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)))
      .map((row) => typed(types, row as Record<string, string>));
  return { nodes: byId(rows(nodes, NODE_PROPERTIES)), edges: byId(rows(edges, EDGE_PROPERTIES)) };
}

/** The graph itself in the same shape. */
export async function shapeOf(graph: Pick<ExportedGraph, 'nodes' | 'edges'>): Promise<Read> {
  const read: Read = { nodes: new Map(), edges: new Map() };
  for await (const node of graph.nodes()) read.nodes.set(node.id, shapeOfNode(node));
  for await (const edge of graph.edges()) read.edges.set(edge.id, shapeOfEdge(edge));
  return read;
}

const shapeOfNode = ({ kind, label, properties }: ExportedNode): Said => ({ ...properties, kind, label });
const shapeOfEdge = ({ type, source, target, evidence, properties }: ExportedEdge): Said => ({
  ...properties,
  ...{ type, source, target, evidence, label: labelOf(type, 'OUT') },
});

/** A node of ts-graphviz' tree, as far as it is looked at. */
interface Tree extends Omit<ASTBaseNode, 'type'> {
  type: string;
  id?: { value: string };
  key?: { value: string };
  value?: { value: string };
  targets?: Tree[];
  children?: Tree[];
}

const byId = (all: readonly Said[]): Map<string, Said> => new Map(all.map(({ id, ...said }) => [String(id), said]));

interface XmlGraph {
  mapNodes<T>(map: (id: string, said: Said) => T): T[];
  mapEdges<T>(map: (id: string, said: Said, source: string, target: string) => T): T[];
}

/** Lists are JSON in GraphML. GEXF has lists, calls the type of an edge its kind, and adds how a node looks, which is left out here. */
function ofXml(graph: XmlGraph, as: 'strings' | 'lists'): Read {
  const held = (types: Readonly<Record<string, string>>, said: Said) => (as === 'strings' ? typed(types, said) : said);
  return {
    nodes: new Map(
      graph.mapNodes((id, { color: _c, size: _s, x: _x, y: _y, z: _z, ...said }) => {
        return [id, withOthers(held(NODE_PROPERTIES, said))];
      }),
    ),
    edges: new Map(
      graph.mapEdges((id, { kind, ...said }, source, target) => {
        const type = kind ?? said.type;
        const evidence = typeof said.evidence === 'string' ? JSON.parse(said.evidence) : said.evidence;
        return [id, withOthers(held(EDGE_PROPERTIES, { ...said, evidence, type, source, target }))];
      }),
    ),
  };
}

function withOthers({ other, ...said }: Said): Said {
  return typeof other === 'string' ? { ...said, ...JSON.parse(other) } : { ...said, ...(other as Said | undefined) };
}

/** Values that are text in the file, as what the table says that they are. */
function typed(types: Readonly<Record<string, string>>, said: Said): Said {
  const entries = Object.entries(said).map(([name, value]): [string, unknown] => {
    const type = Object.hasOwn(types, name)
      ? types[name]
      : name === 'evidence' || name === 'other'
        ? 'strings'
        : 'string';
    return [name, typeof value === 'string' && type !== 'string' ? JSON.parse(value) : value];
  });
  return withOthers(Object.fromEntries(entries));
}

/** What the docstring of `dot` says of backslashes, the other way round; `\"` is undone by the library. */
function unquoted(text = ''): string {
  const meant: Record<string, string> = {
    '\\\\': '\\',
    '\\n': '\n',
    '\\r': '\r',
    '\\u2028': '\u2028',
    '\\u2029': '\u2029',
  };
  return text.replace(/\\(?:u202[89]|.)/gs, (one) => meant[one] ?? one);
}
