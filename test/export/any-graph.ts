/** Made-up graphs that hold whatever a string can hold, in every place where a string can stand. */

import fc from 'fast-check';
import type { ExportedEdge, ExportedGraph, ExportedNode } from '../../src/export/graph.ts';
import { EDGE_PROPERTIES, NODE_PROPERTIES, type PropertyType } from '../../src/export/properties.ts';
import { ENTITY_KINDS, EVIDENCE_RULES, LABEL_OF } from '../../src/model/kinds.ts';
import type { EvidenceRecord, SourceRecord } from '../../src/model/records.ts';
import { RELATION_TYPES } from '../../src/model/relations.ts';
import type { Properties } from '../../src/store/properties.ts';

const NASTY = [
  ...[
    '',
    ' ',
    '\t',
    '\n',
    '\r\n',
    '\u0000',
    '\u0001\u001F',
    '\u0085',
    '\u2028\u2029',
    '\uFEFF',
    '\uFFFE\uFFFF',
    '\uD800',
    '\uDC00x',
  ],
  ...[
    '"',
    "'",
    '\\',
    '\\"',
    '\\n',
    '"""',
    '<a href="x">&amp;</a>',
    ']]>',
    '<!--',
    '&#0;',
    '{}',
    '[1, 2]',
    '()',
    ', ; |',
    '=1+1',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    '😀',
    'é',
    'null',
    'true',
    '-0',
    '1e5',
    '@en',
    '^^',
    '<urn:x>',
    '%41%',
    'a#b?c',
  ],
];
const anyText = fc.oneof(
  fc.constantFrom(...NASTY),
  fc
    .array(fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'binary' }), fc.string()), { maxLength: 3 })
    .map((all) => all.join('')),
);
const anyNumber = fc
  .oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer())
  .map((one) => (one === 0 ? 0 : one));
const wholeNumber = fc.maxSafeInteger().map((one) => (one === 0 ? 0 : one));
const OF: Readonly<Record<PropertyType, fc.Arbitrary<string | boolean | number | string[] | number[]>>> = {
  string: anyText,
  boolean: fc.boolean(),
  integer: wholeNumber,
  number: anyNumber,
  strings: fc.array(anyText, { maxLength: 3 }),
  integers: fc.array(wholeNumber, { maxLength: 3 }),
};

/** Names that libraries have a use of their own for. */
const OF_LIBRARIES = ['x', 'vy', 'index', 'parent', 'weight', 'size', 'start'];

/** Some properties of the table with values of their type, and some that no table knows. */
function anyProperties(
  table: Readonly<Record<string, PropertyType>>,
  taken: readonly string[],
): fc.Arbitrary<Properties> {
  const known = fc
    .subarray(Object.entries(table), { maxLength: 8 })
    .chain((some) => fc.tuple(...some.map(([name, type]) => OF[type].map((value) => [name, value] as const))));
  const name = fc.oneof(anyText, fc.constantFrom(...OF_LIBRARIES));
  const others = fc.array(fc.tuple(name, fc.oneof(...Object.values(OF))), { maxLength: 2 });
  return fc.tuple(known, others).map(([some, more]) => {
    const free = more.filter(([name]) => name !== '' && !Object.hasOwn(table, name) && !taken.includes(name));
    return Object.fromEntries([...some, ...free].sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/** Names that formats need for themselves. */
const NODE_NAMES = ['id', 'kind', 'label', 'other'];
const EDGE_NAMES = [...NODE_NAMES, 'source', 'target', 'type', 'relationType', 'key', 'evidence'];

const anyNode: fc.Arbitrary<ExportedNode> = fc
  .tuple(fc.constantFrom(...ENTITY_KINDS), anyText, anyText, anyProperties(NODE_PROPERTIES, NODE_NAMES))
  .map(([kind, name, label, properties]) => ({
    id: `${LABEL_OF[kind]}:${name}`,
    kind,
    label: `·${label}`,
    properties,
  }));

/** What a graph is made of, before it is streamed. */
export interface Made {
  sources: SourceRecord[];
  nodes: ExportedNode[];
  edges: ExportedEdge[];
}

/** @param same two ids for which this is equal are one id to the format */
export function anyGraph(same: (id: string) => string): fc.Arbitrary<Made> {
  const unique = { selector: ({ id }: { id: string }) => same(id) };
  const anySource = fc.tuple(anyText, anyText).map(([id, name]): SourceRecord => ({ id: `Source:${id}`, name }));
  return fc
    .tuple(
      fc.uniqueArray(anyNode, { minLength: 1, maxLength: 4, ...unique }),
      fc.uniqueArray(anySource, { minLength: 1, maxLength: 2, ...unique }),
    )
    .chain(([nodes, sources]) => {
      const ids = fc.constantFrom(...nodes.map(({ id }) => id));
      const piece = fc
        .record(
          {
            rule: fc.constantFrom(...EVIDENCE_RULES),
            quote: anyText.filter((text) => text !== ''),
            start: fc.nat(),
            end: fc.nat(),
            sourceId: fc.constantFrom(...sources.map(({ id }) => id)),
          },
          { requiredKeys: ['rule', 'sourceId'] },
        )
        .map((one) => one as EvidenceRecord);
      const anyEdge: fc.Arbitrary<ExportedEdge> = fc.record({
        id: anyText.map((id) => `relation ${id}`),
        type: fc.constantFrom(...RELATION_TYPES),
        source: ids,
        target: ids,
        evidence: fc.array(piece, { minLength: 1, maxLength: 3 }),
        properties: anyProperties(EDGE_PROPERTIES, EDGE_NAMES),
      });
      return fc.record({
        sources: fc.constant(sources),
        nodes: fc.constant(nodes),
        edges: fc.uniqueArray(anyEdge, { maxLength: 4, ...unique }),
      });
    });
}

/** The same, as a writer takes it. */
export function streamed({ sources, nodes, edges }: Made): ExportedGraph {
  async function* each<Item>(items: readonly Item[]): AsyncGenerator<Item> {
    for (const item of items) yield item;
  }
  return {
    about: {
      completeness: { exact: false, reasons: ['LIMIT'], omittedNodes: 3 },
      question: { of: ['Term:"\u0000\n'] },
    },
    sources: () => each(sources),
    nodes: () => each(nodes),
    edges: () => each(edges),
  };
}
