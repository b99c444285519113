/** Made-up graphs that hold whatever a string can hold, in every place where a string can stand. */

import fc from 'fast-check';
import { z } from 'zod';
import type { ExportedEdge, ExportedGraph, ExportedNode } from '../../src/export/graph.ts';
import {
  columnsOf,
  EDGE_PROPERTIES,
  NODE_PROPERTIES,
  type PropertyType,
  type PropertyTypes,
} from '../../src/model/columns.ts';
import { EVIDENCE_RULES, LABEL_OF } from '../../src/model/kinds.ts';
import { EntityRecord, type EvidenceRecord, RelationRecord, type SourceRecord } from '../../src/model/records.ts';
import { RELATION_TYPES } from '../../src/model/relations.ts';
import { type VocabularyRecord, vocabularyId } from '../../src/model/vocabulary.ts';
import type { Properties, Value } from '../../src/store/properties.ts';

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
const OF: Readonly<Record<PropertyType, fc.Arbitrary<Value>>> = {
  string: anyText,
  boolean: fc.boolean(),
  integer: wholeNumber,
  number: anyNumber,
  strings: fc.array(anyText, { maxLength: 3 }),
  integers: fc.array(wholeNumber, { maxLength: 3 }),
};

/** Names that libraries have a use of their own for. */
const OF_LIBRARIES = ['x', 'vy', 'index', 'parent', 'weight', 'size', 'start'];

/** A value that fits the schema of a field: any text where any text is allowed. */
function fitting(name: string, schema: z.core.$ZodType): fc.Arbitrary<Value> {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === 'optional') return fitting(name, def.innerType);
  if (def.type === 'enum') return fc.constantFrom(...Object.values(def.entries).map(String));
  if (def.type === 'array' && (def.element as z.core.$ZodTypes)._zod.def.type === 'enum') {
    return fc.array(fitting(name, def.element) as fc.Arbitrary<string>, { maxLength: 3 });
  }
  if (def.type === 'string' && def.checks !== undefined) {
    const chosen = ['2020-06-30', '0001-01-01', '9999-12-31', '89 FR 1192', '2023-28857'];
    return fc.constantFrom(...chosen.filter((text) => z.core.safeParse(schema, text).success));
  }
  return OF[columnsOf([z.object({ [name]: schema as z.ZodType })], [])[name] ?? 'string'];
}

/** Properties of a record: all that it must have, some that it can have, and some that no schema knows. */
function anyProperties(
  { shape }: z.ZodObject<z.ZodRawShape>,
  columns: PropertyTypes,
  taken: readonly string[],
): fc.Arbitrary<Properties> {
  const fields = Object.entries(shape).filter(([name]) => Object.hasOwn(columns, name));
  const known = fc.record(Object.fromEntries(fields.map(([name, field]) => [name, fitting(name, field)])), {
    requiredKeys: fields.flatMap(([name, field]) => (field._zod.def.type === 'optional' ? [] : [name])),
  });
  // Columns of other kinds, too: a file can hold them.
  const foreign = Object.entries(columns).filter(([name]) => !Object.hasOwn(shape, name));
  const some = fc
    .subarray(foreign, { maxLength: Math.min(4, foreign.length) })
    .chain((chosen) => fc.tuple(...chosen.map(([name, type]) => OF[type].map((value) => [name, value] as const))));
  const name = fc.oneof(anyText, fc.constantFrom(...OF_LIBRARIES));
  const others = fc.array(fc.tuple(name, fc.oneof(...Object.values(OF))), { maxLength: 2 });
  return fc.tuple(known, some, others).map(([own, of, more]) => {
    const free = more.filter(([name]) => name !== '' && !Object.hasOwn(columns, name) && !taken.includes(name));
    return Object.fromEntries([...Object.entries(own), ...of, ...free].sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/** Names that formats need for themselves. */
const NODE_NAMES = ['id', 'kind', 'label', 'other'];
const EDGE_NAMES = [...NODE_NAMES, 'source', 'target', 'type', 'relationType', 'key', 'evidence'];

const anyNode: fc.Arbitrary<ExportedNode> = fc
  .constantFrom(...EntityRecord.options)
  .chain((record) =>
    fc.tuple(
      fc.constantFrom(...record.shape.kind.values),
      anyText,
      anyText,
      anyProperties(record, NODE_PROPERTIES, NODE_NAMES),
    ),
  )
  .map(([kind, name, label, properties]) => ({
    id: `${LABEL_OF[kind]}:${name}`,
    kind,
    label: `·${label}`,
    properties,
  }));

/** What a graph is made of, before it is streamed. */
export interface Made {
  vocabularies?: VocabularyRecord[];
  sources: SourceRecord[];
  nodes: ExportedNode[];
  edges: ExportedEdge[];
}

/** @param same two ids for which this is equal are one id to the format */
export function anyGraph(same: (id: string) => string): fc.Arbitrary<Made> {
  const unique = { selector: ({ id }: { id: string }) => same(id) };
  const anyVocabulary = fc
    .tuple(fc.constantFrom('nist', 'acme-words'), anyText)
    .map(([key, name]): VocabularyRecord => ({ id: vocabularyId(key), key, name, linking: 'OWN', rank: 100 }));
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
        properties: anyProperties(RelationRecord, EDGE_PROPERTIES, EDGE_NAMES),
      });
      return fc.record({
        vocabularies: fc.uniqueArray(anyVocabulary, { maxLength: 2, selector: ({ id }) => id }),
        sources: fc.constant(sources),
        nodes: fc.constant(nodes),
        edges: fc.uniqueArray(anyEdge, { maxLength: 4, ...unique }),
      });
    });
}

/** The same, as a writer takes it. */
export function streamed({ vocabularies = [], sources, nodes, edges }: Made): ExportedGraph {
  async function* each<Item>(items: readonly Item[]): AsyncGenerator<Item> {
    for (const item of items) yield item;
  }
  return {
    about: {
      completeness: { exact: false, reasons: ['LIMIT'], omittedNodes: 3 },
      question: { of: ['Term:"\u0000\n'] },
    },
    vocabularies: () => each(vocabularies),
    sources: () => each(sources),
    nodes: () => each(nodes),
    edges: () => each(edges),
  };
}
