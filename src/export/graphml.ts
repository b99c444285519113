import { labelOf } from '../model/relations.ts';
import type { Properties } from '../store/properties.ts';
import type { ExportedGraph, ExportFormat } from './graph.ts';
import { lookOf } from './look.ts';
import { EDGE_PROPERTIES, inColumns, NODE_PROPERTIES, type PropertyType } from './properties.ts';
import { jsonText, mapped } from './text.ts';
import { XML_TYPES, xmlText } from './xml.ts';

/**
 * GraphML with a typed key for each property. GraphML has no lists, so lists, evidence, and properties without a key
 * (`other`) are written as JSON strings. Each node has the color of its kind and a size that depends on its degree. In
 * a neighborhood, it also has a position. For characters that XML cannot contain, see `xmlText`; inside JSON, such
 * characters are escaped and therefore preserved.
 */
export const graphml: ExportFormat = {
  name: 'graphml',
  about: 'GraphML for yEd, Gephi, NetworkX, igraph, and Cytoscape Desktop',
  mediaType: 'application/graphml+xml',
  extension: 'graphml',
  write,
};

const TYPES: Readonly<Record<PropertyType, string>> = {
  ...XML_TYPES,
  strings: 'string',
  integers: 'string',
};

const GRAPH_KEYS = { completeness: 'strings', question: 'strings', sources: 'strings' } as const;
const NODE_KEYS = { kind: 'string', label: 'string', ...NODE_PROPERTIES, other: 'strings' } as const;
/** Gephi reads these names. */
const LOOK_KEYS = { r: 'integer', g: 'integer', b: 'integer', size: 'number', x: 'number', y: 'number' } as const;
const EDGE_KEYS = {
  type: 'string',
  label: 'string',
  evidence: 'strings',
  ...EDGE_PROPERTIES,
  other: 'strings',
} as const;

function* keys(domain: string, table: Readonly<Record<string, PropertyType>>): Generator<string> {
  for (const [name, type] of Object.entries(table)) {
    const isJson = type === 'strings' || type === 'integers';
    const end = isJson ? '><desc>JSON</desc></key>' : '/>';
    yield `<key id="${domain}.${name}" for="${domain}" attr.name="${name}" attr.type="${TYPES[type]}"${end}\n`;
  }
}

async function* write({ about, sources, nodes, edges, positions }: ExportedGraph): AsyncGenerator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n';
  yield* keys('graph', GRAPH_KEYS);
  yield* keys('node', NODE_KEYS);
  yield* keys('node', LOOK_KEYS);
  yield* keys('edge', EDGE_KEYS);
  yield '<graph id="glossograph" edgedefault="directed">\n';
  for (const [name, value] of Object.entries(about)) yield `${data('graph', name, value)}\n`;
  yield '<data key="graph.sources">';
  yield* mapped(jsonText(sources()), xmlText);
  yield '</data>\n';
  const places = await positions?.();
  for await (const { id, kind, label, degree, properties } of nodes()) {
    yield `<node id="${xmlText(id)}">${data('node', 'kind', kind)}${data('node', 'label', label)}`;
    const look = Object.entries(lookOf(kind, degree, places?.get(id)));
    yield `${all('node', NODE_PROPERTIES, properties)}${look.map(([name, value]) => data('node', name, value)).join('')}</node>\n`;
  }
  for await (const { id, type, source, target, evidence, properties } of edges()) {
    yield `<edge id="${xmlText(id)}" source="${xmlText(source)}" target="${xmlText(target)}">`;
    yield data('edge', 'type', type) + data('edge', 'label', labelOf(type, 'OUT'));
    yield `${data('edge', 'evidence', evidence)}${all('edge', EDGE_PROPERTIES, properties)}</edge>\n`;
  }
  yield '</graph>\n</graphml>\n';
}

/** Writes a string as it is, and any other value as JSON. */
function data(domain: string, name: string, value: unknown): string {
  return `<data key="${domain}.${name}">${xmlText(typeof value === 'string' ? value : JSON.stringify(value))}</data>`;
}

function all(domain: string, table: Readonly<Record<string, PropertyType>>, properties: Properties): string {
  const { known, others } = inColumns(table, properties);
  const written = known.map(([name, , value]) => data(domain, name, value)).join('');
  return others === undefined ? written : written + data(domain, 'other', others);
}
