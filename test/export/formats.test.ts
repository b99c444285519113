/** Whatever a string holds, it is written, and read back by the other library as it was; or as the format's docstring says. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EXPORT_FORMATS, formatNamed } from '../../src/export/formats.ts';
import { recordsOfGraphology } from '../../src/export/graphology-reader.ts';
import { EDGE_PROPERTIES, NODE_PROPERTIES } from '../../src/export/properties.ts';
import { recordsOfTurtle } from '../../src/export/turtle-reader.ts';
import type { ImportRecords } from '../../src/model/records.ts';
import { anyGraph, type Made, streamed } from './any-graph.ts';
import { READERS, type Read, readTables, type Said, shapeOf } from './reading.ts';

type Change = (text: string) => string;
const asIs: Change = (text) => text;
const wellFormed: Change = (text) => Buffer.from(text).toString();
// biome-ignore lint/suspicious/noControlCharactersInRegex: XML has no form for them
const forXml: Change = (text) => wellFormed(text).replace(/[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/g, '\uFFFD');
const inXml: Change = (text) => text.replace(/[\uFFFE\uFFFF]/g, '\uFFFD');
const forDot: Change = (text) => wellFormed(text).replaceAll('\0', '\uFFFD');

/** What a format makes of a text: of its own, in a list, and in JSON. */
const HELD: Readonly<Record<string, { plain: Change; list: Change; json: Change }>> = {
  cytoscape: { plain: asIs, list: asIs, json: asIs },
  graphology: { plain: asIs, list: asIs, json: asIs },
  d3: { plain: asIs, list: asIs, json: asIs },
  graphml: { plain: forXml, list: inXml, json: inXml },
  gexf: { plain: forXml, list: forXml, json: inXml },
  dot: { plain: forDot, list: asIs, json: asIs },
  'json-ld': { plain: wellFormed, list: wellFormed, json: wellFormed },
  turtle: { plain: wellFormed, list: wellFormed, json: wellFormed },
  csv: { plain: wellFormed, list: asIs, json: asIs },
};
const held = (format: string) => HELD[format] ?? { plain: asIs, list: asIs, json: asIs };

/** Every text in a value changed. */
function each(value: unknown, change: Change): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((one) => each(one, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [change(name), each(one, change)]));
}

/** What the docstrings promise that a reader finds. */
function promised(format: string, { nodes, edges }: Read): Read {
  const { plain, list, json } = held(format);
  const saidOf = (table: object) => (said: Said) =>
    Object.fromEntries(
      Object.entries(said).map(([name, value]): [string, unknown] => {
        const isKnown = Object.hasOwn(table, name) || ['kind', 'label', 'type', 'source', 'target'].includes(name);
        if (name === 'evidence') return [name, each(value, json)];
        // NetworkX knows no lists of numbers in GEXF, so they are lists of texts.
        if (isKnown && format === 'gexf' && Array.isArray(value)) return [name, each(value.map(String), list)];
        if (isKnown) return [name, Array.isArray(value) ? each(value, list) : each(value, plain)];
        if (format !== 'dot') return [json(name), each(value, json)];
        return [plain(name), typeof value === 'string' ? plain(value) : JSON.stringify(value)];
      }),
    );
  const all = (some: Read['nodes'], table: object) =>
    new Map([...some].map(([id, said]) => [plain(id), saidOf(table)(said)]));
  return { nodes: all(nodes, NODE_PROPERTIES), edges: all(edges, EDGE_PROPERTIES) };
}

async function written(format: string, graph: Made): Promise<string> {
  let text = '';
  for await (const piece of formatNamed(format)?.write(streamed(graph)) ?? []) text += piece;
  return Buffer.from(text).toString(); // as it is on its way
}

/** Libraries that set attributes by name set the prototype with this one. */
function withoutProto({ nodes, edges }: Read): Read {
  const free = (all: Read['nodes']) =>
    new Map(
      [...all].map(([id, said]) => [
        id,
        Object.fromEntries(Object.entries(said).filter(([name]) => name !== '__proto__')),
      ]),
    );
  return { nodes: free(nodes), edges: free(edges) };
}

describe('another library reads any graph back', () => {
  test.each([...Object.keys(READERS), 'csv'])('%s', async (format) => {
    const graphs = anyGraph(held(format).plain);
    await fc.assert(
      fc.asyncProperty(graphs, async (graph) => {
        const read =
          format === 'csv'
            ? readTables(await written('csv-nodes', graph), await written('csv-edges', graph))
            : await READERS[format]?.(await written(format, graph));
        const wanted = promised(format, await shapeOf(streamed(graph)));
        if (format === 'json-ld') for (const one of [read, wanted]) round(one as Read);
        const mangles = format === 'cytoscape' || format === 'graphology';
        expect(mangles ? withoutProto(read as Read) : read).toEqual(mangles ? withoutProto(wanted) : wanted);
      }),
      { numRuns: 80 },
    );
  });
});

/** jsonld writes what needs an exponent with 16 digits. */
function round({ nodes, edges }: Read): void {
  const rounded = (value: unknown) =>
    typeof value === 'number' && String(value).includes('e') ? Number(value.toExponential(15)) : value;
  for (const said of [...nodes.values(), ...edges.values()]) {
    for (const [name, value] of Object.entries(said)) {
      Object.defineProperty(said, name, { value: Array.isArray(value) ? value.map(rounded) : rounded(value) });
    }
  }
}

describe('our readers read any graph back', () => {
  const readers: Record<string, (text: string) => ImportRecords | Promise<ImportRecords>> = {
    graphology: (text) => recordsOfGraphology('graph.json', text),
    turtle: (text) => recordsOfTurtle('graph.ttl', text),
  };
  test.each(Object.entries(readers))('%s', async (format, read) => {
    const change = held(format).plain;
    await fc.assert(
      fc.asyncProperty(anyGraph(change), async (graph) => {
        const { vocabularies, sources, entities, relations } = await read(await written(format, graph));
        const wanted = {
          vocabularies: graph.vocabularies,
          sources: graph.sources,
          entities: graph.nodes.map(({ properties, ...node }) => ({ ...properties, ...node })),
          relations: graph.edges.map(({ properties, source: from, target: to, ...edge }) => ({
            ...properties,
            ...edge,
            from,
            to,
          })),
        };
        expect(withoutProtoIn({ vocabularies, sources, entities, relations })).toEqual(
          withoutProtoIn(each(wanted, change)),
        );
      }),
      { numRuns: 80 },
    );
  });
});

/** Neo4j's driver, too, sets properties by name. */
const withoutProtoIn = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (name, one) => (name === '__proto__' ? undefined : one));

test('the same graph gives the same bytes in every format', async () => {
  const [graph] = fc.sample(anyGraph(asIs), 1);
  for (const { name } of EXPORT_FORMATS)
    expect(await written(name, graph as Made)).toBe(await written(name, graph as Made));
});
