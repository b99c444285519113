import { labelOf } from '../model/relations.ts';
import type { Properties } from '../store/properties.ts';
import type { ExportedGraph, ExportFormat } from './graph.ts';
import { lookOf, type NodeLook } from './look.ts';
import { EDGE_PROPERTIES, inColumns, NODE_PROPERTIES, type PropertyType } from './properties.ts';
import { jsonText, mapped } from './text.ts';
import { XML_TYPES, xmlText } from './xml.ts';

/**
 * GEXF 1.3, the format of Gephi and Gephi Lite. The type of a relation is the `kind` of the edge, and its weight is the
 * `weight`. Lists are GEXF lists. Evidence is written as JSON, and so are the properties that have no attribute
 * (`other`). The description contains the summary and the sources as JSON. Each node has the color of its kind and a
 * size that depends on its degree. In a neighborhood, it also has a position. For characters that XML cannot contain,
 * see `xmlText`.
 */
export const gexf: ExportFormat = {
  name: 'gexf',
  about: 'GEXF 1.3 for Gephi and Gephi Lite',
  mediaType: 'application/gexf+xml',
  extension: 'gexf',
  write,
};

const TYPES: Readonly<Record<PropertyType, string>> = {
  ...XML_TYPES,
  strings: 'liststring',
  integers: 'liststring', // NetworkX knows no lists of numbers
};

const { weight: _, ...EDGE_ATTRIBUTES } = EDGE_PROPERTIES; // GEXF has an attribute of its own for it
const NODE_TABLE = { kind: 'string', ...NODE_PROPERTIES, other: 'string' } as const;
const EDGE_TABLE = { evidence: 'string', ...EDGE_ATTRIBUTES, other: 'string' } as const;

function* attributes(owner: string, table: Readonly<Record<string, PropertyType>>): Generator<string> {
  yield `<attributes class="${owner}" mode="static">\n`;
  for (const [name, type] of Object.entries(table)) {
    yield `<attribute id="${name}" title="${name}" type="${TYPES[type]}"/>\n`;
  }
  yield '</attributes>\n';
}

async function* write({
  about,
  vocabularies,
  sources,
  nodes,
  edges,
  positions,
}: ExportedGraph): AsyncGenerator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">\n';
  yield '<meta><creator>Glossograph</creator><description>';
  yield* mapped(jsonText({ ...about, vocabularies: vocabularies(), sources: sources() }), xmlText);
  yield '</description></meta>\n<graph defaultedgetype="directed" mode="static">\n';
  yield* attributes('node', NODE_TABLE);
  yield* attributes('edge', EDGE_TABLE);
  yield '<nodes>\n';
  const places = await positions?.();
  for await (const { id, kind, label, degree, properties } of nodes()) {
    yield `<node id="${xmlText(id)}" label="${xmlText(label)}"><attvalues>${attvalue('kind', kind)}`;
    yield `${all(NODE_PROPERTIES, properties)}</attvalues>${look(lookOf(kind, degree, places?.get(id)))}</node>\n`;
  }
  yield '</nodes>\n<edges>\n';
  for await (const { id, type, source, target, evidence, properties } of edges()) {
    const { weight, ...others } = properties;
    const own = {
      id,
      source,
      target,
      kind: type,
      label: labelOf(type, 'OUT'),
      ...(weight !== undefined && { weight }),
    };
    const written = Object.entries(own).map(([name, value]) => ` ${name}="${xmlText(String(value))}"`);
    yield `<edge${written.join('')}><attvalues>${attvalue('evidence', JSON.stringify(evidence))}`;
    yield `${all(EDGE_ATTRIBUTES, others)}</attvalues></edge>\n`;
  }
  yield '</edges>\n</graph>\n</gexf>\n';
}

function look({ r, g, b, size, x, y }: NodeLook): string {
  const color = `<viz:color r="${r}" g="${g}" b="${b}"/>`;
  const place =
    x === undefined || y === undefined ? '' : `<viz:position x="${x.toFixed(1)}" y="${y.toFixed(1)}" z="0"/>`;
  return color + place + (size === undefined ? '' : `<viz:size value="${size.toFixed(1)}"/>`);
}

const attvalue = (name: string, value: string) => `<attvalue for="${name}" value="${xmlText(value)}"/>`;

function all(table: Readonly<Record<string, PropertyType>>, properties: Properties): string {
  const { known, others } = inColumns(table, properties);
  const written = known.map(([name, , value]) => attvalue(name, Array.isArray(value) ? list(value) : String(value)));
  return written.join('') + (others === undefined ? '' : attvalue('other', JSON.stringify(others)));
}

/** Writes a list of GEXF. Its strings have five escapes; other characters stay as they are or as XML can hold them. */
const list = (items: readonly (string | number)[]): string =>
  `[${items.map((item) => quoted(String(item))).join(', ')}]`;

const quoted = (item: string) => `"${item.replace(/["\\\n\r\t]/g, (character) => ESCAPED[character] ?? character)}"`;
const ESCAPED: Readonly<Record<string, string>> = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
