import { stringify } from 'csv-stringify/sync';
import { labelOf } from '../model/relations.ts';
import type { Properties } from '../store/properties.ts';
import type { ExportedGraph, ExportFormat } from './graph.ts';
import { EDGE_PROPERTIES, inColumns, NODE_PROPERTIES, type PropertyType, SOURCE_PROPERTIES } from './properties.ts';
import { mapped } from './text.ts';

/*
 * CSV tables (RFC 4180). A file holds one table, so each table is a format. Lists and evidence are JSON in a cell, and so are
 * the properties without a column (`other`). An absent value is an empty cell; an empty text is "".
 */
const NODE_COLUMNS = ['id', 'kind', 'label', ...Object.keys(NODE_PROPERTIES), 'other'];
const EDGE_COLUMNS = [
  ...['id', 'source', 'target', 'type', 'label', 'evidence'],
  ...Object.keys(EDGE_PROPERTIES),
  'other',
];
const SOURCE_COLUMNS = ['id', ...Object.keys(SOURCE_PROPERTIES), 'other'];

type Cells = Readonly<Record<string, unknown>>;

const table = (
  name: string,
  about: string,
  columns: readonly string[],
  cellsOf: (graph: ExportedGraph) => AsyncIterable<Cells>,
): ExportFormat => ({
  name: `csv-${name}`,
  about: `CSV: ${about}`,
  mediaType: 'text/csv',
  extension: `${name}.csv`,
  write: (graph) => rows(columns, cellsOf(graph), cell),
  writeForSpreadsheet: (graph) => rows(columns, cellsOf(graph), inertCell),
});

/** The table of entities. */
export const csvNodes = table('nodes', 'a table of entities', NODE_COLUMNS, ({ nodes }) =>
  mapped(nodes(), ({ properties, id, kind, label }) => ({
    ...inCells(NODE_PROPERTIES, properties),
    id,
    kind,
    label,
  })),
);

/** The table of relations. */
export const csvEdges = table('edges', 'a table of relations', EDGE_COLUMNS, ({ edges }) =>
  mapped(edges(), ({ properties, evidence, id, type, source, target }) => ({
    ...inCells(EDGE_PROPERTIES, properties),
    ...{ id, source, target, type, label: labelOf(type, 'OUT'), evidence },
  })),
);

/** The table of the sources of evidence. */
export const csvSources = table('sources', 'a table of the sources of evidence', SOURCE_COLUMNS, ({ sources }) =>
  mapped(sources(), ({ id, ...properties }) => ({ ...inCells(SOURCE_PROPERTIES, properties), id })),
);

function inCells(types: Readonly<Record<string, PropertyType>>, properties: Properties): Record<string, unknown> {
  const { known, others } = inColumns(types, properties);
  return { ...Object.fromEntries(known.map(([name, , value]) => [name, value])), other: others };
}

/** RFC 4180. An empty text and one with blanks at its ends are quoted, so that readers keep them as they are. */
const OPTIONS = { record_delimiter: '\r\n', quoted_match: /^$|[\r\n]|^\s|\s$/ } as const;

async function* rows(
  columns: readonly string[],
  records: AsyncIterable<Cells>,
  written: (value: unknown) => string | undefined,
): AsyncGenerator<string> {
  yield stringify([columns], OPTIONS);
  // Record by record, as the stream of csv-stringify cuts its chunks by time: the compressed bytes would differ each time.
  for await (const record of records) yield stringify([columns.map((name) => written(record[name]))], OPTIONS);
}

const cell = (value: unknown): string | undefined =>
  typeof value === 'string' ? value.toWellFormed() : JSON.stringify(value);

/** The first characters of a formula, by OWASP ("CSV Injection"). Spreadsheets also accept the full-width forms. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** A spreadsheet shows a cell that starts with an apostrophe as text. Numbers stay numbers: -1 is not a formula. */
const inertCell = (value: unknown): string | undefined =>
  typeof value === 'string' && FORMULA.test(value) ? `'${cell(value)}` : cell(value);
