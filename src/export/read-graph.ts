/** Reads a graph for an export from the database: either the whole graph or a neighborhood. */
import neo4j from 'neo4j-driver';
import {
  type DataState,
  type ExportFilter,
  type ExportNeighborhoodRow,
  type ExportRow,
  exports,
  type MappingsRow,
} from '../../cypher/export/index.ts';
import type { NeighborhoodQuery } from '../arguments/neighborhood.ts';
import type { Graph, ReadBounds } from '../graph/connect.ts';
import { coded } from '../graph/errors.ts';
import { ReadTransaction, type TransactionBounds } from '../graph/read-transaction.ts';
import { dataVersionOf } from '../model/data-version.ts';
import { today } from '../model/day.ts';
import { kindOfLabel } from '../model/kinds.ts';
import type { SourceRecord } from '../model/records.ts';
import type { RelationType } from '../model/relations.ts';
import type { VocabularyRecord } from '../model/vocabulary.ts';
import { fromDriver } from '../store/properties.ts';
import { nextTurn } from '../turns.ts';
import { splitEvidence } from './evidence.ts';
import type { ExportedEdge, ExportedGraph, ExportedNode, ExportFormat } from './graph.ts';
import { positionsOf } from './positions.ts';
import { mapped } from './text.ts';

/** Rows per page: the part of a whole graph that is in memory at one time. */
const PAGE = 500;
/** Rows that are written before other work may go first. */
const TURN = 25;
const LIMIT = neo4j.int(PAGE);
const EVERYTHING: ExportFilter = { labels: null, vocabularies: null };

/** The whole graph, open for reading. */
export interface WholeGraph extends ExportedGraph {
  /** The data version when the graph was opened. */
  dataVersion: string;
  /**
   * Throws CONFLICT if the graph has changed since it was opened, because the pages then come from two different
   * graphs.
   */
  settle(): Promise<void>;
  /** Ends the reading, whether or not it is complete. */
  close(): void;
}

/**
 * Opens the whole graph. A writer reads it page by page in one transaction. The caller must call `settle` after
 * reading, and must always call `close`.
 *
 * @param filter limits the export to entities of certain kinds and vocabularies and to the relations between them
 * @throws GraphQLError TIMEOUT or DATABASE_UNAVAILABLE; the readers of the graph also throw these errors
 */
export async function openWholeGraph(
  graph: Graph,
  bounds: TransactionBounds,
  filter: ExportFilter = EVERYTHING,
): Promise<WholeGraph> {
  const transaction = await ReadTransaction.begin(graph, bounds);
  const state = async () => (await transaction.rows(exports.state, {}))[0];
  const before = await state().catch((error) => {
    transaction.end();
    throw error;
  });

  async function* paged<P extends { after: string }>(
    first: P,
    read: (at: P) => Promise<{ row: ExportRow }[]>,
    next: (row: ExportRow) => P,
  ): AsyncGenerator<ExportRow> {
    for (let at: P | undefined = first; at !== undefined; ) {
      const rows: { row: ExportRow }[] = await read(at);
      for (const [i, { row }] of rows.entries()) {
        if (i % TURN === 0) await nextTurn();
        yield row;
      }
      const last = rows[PAGE - 1];
      at = last === undefined ? undefined : next(last.row);
    }
  }
  const byId = (statement: typeof exports.entities | typeof exports.sources) =>
    paged(
      { after: '' },
      ({ after }) => transaction.rows(statement, { after, limit: LIMIT, ...filter }),
      ({ id }) => ({ after: String(id) }),
    );
  const relations = () =>
    paged(
      { from: '', after: '' },
      ({ from, after }) => transaction.rows(exports.relations, { from, after, limit: LIMIT, ...filter }),
      ({ from, id }) => ({ from: String(from), after: String(id) }),
    );

  return {
    dataVersion: dataVersionOf(before?.imports ?? []),
    about: { completeness: { exact: true, reasons: [], omittedNodes: 0 } },
    vocabularies: () => mapped(byId(exports.vocabularies), vocabularyOf),
    sources: () => mapped(byId(exports.sources), sourceOf),
    nodes: () => mapped(byId(exports.entities), nodeOf),
    edges: () => mapped(relations(), edgeOf),
    mappings: () => mappingsBy((page) => transaction.rows(exports.mappings, { ...page, ...filter, ids: null })),
    settle: async () => {
      const after = await state();
      if (!isSame(before, after)) throw coded('CONFLICT', 'The graph changed during the export. Try again.');
    },
    close: () => transaction.end(),
  };
}

/**
 * Writes the whole graph in a format and closes it. Ends with an error if the graph changed during the export. A reader
 * that holds back the last piece until the end therefore never passes on a complete file that mixes two graphs.
 */
export async function* wholeGraphAs(format: ExportFormat, whole: WholeGraph): AsyncGenerator<string> {
  try {
    yield* format.write(whole);
    await whole.settle();
  } finally {
    whole.close();
  }
}

const isSame = (before: DataState | undefined, after: DataState | undefined): boolean =>
  JSON.stringify(before) === JSON.stringify(after);

/**
 * Reads a neighborhood in one statement. It contains the same nodes and relations as in the API, with all properties.
 *
 * @param question the arguments, for the summary of the export
 * @throws GraphQLError the same errors as `Graph.read`
 */
export async function readNeighborhood(
  graph: Pick<Graph, 'read'>,
  { depth, ranking, ...params }: NeighborhoodQuery,
  question: Readonly<Record<string, unknown>>,
  bounds: ReadBounds,
): Promise<ExportedGraph & { dataVersion: string }> {
  const given = {
    ...params,
    asOf: params.asOf ?? null,
    asOfOrToday: params.asOf ?? today(),
    limit: neo4j.int(params.limit),
    perHopLimit: params.perHopLimit === null ? null : neo4j.int(params.perHopLimit),
  };
  const [row] = await graph.read<ExportNeighborhoodRow>(exports.neighborhood(depth, ranking).text, { given }, bounds);
  if (row === undefined) throw new Error('the neighborhood statement returned no rows');
  const { exact, reasons, omittedNodes } = row;
  const [sources, vocabularies] = [byId(row.sources), byId(row.vocabularies)];
  const imports = [...row.imports].sort(inOrder);
  const nodes = byId(row.nodes);
  const edges = [...row.edges].sort(
    (a, b) => inOrder(String(a.from), String(b.from)) || inOrder(String(a.id), String(b.id)),
  );
  const ids = nodes.map(({ id }) => String(id));
  return {
    dataVersion: dataVersionOf(imports),
    about: { completeness: { exact, reasons, omittedNodes }, question },
    vocabularies: () => each(vocabularies, vocabularyOf),
    sources: () => each(sources, sourceOf),
    nodes: () => each(nodes, nodeOf),
    edges: () => each(edges, edgeOf),
    mappings: () =>
      mappingsBy((page) =>
        graph.read<MappingsRow>(exports.mappings.text, { given: { ...page, ...EVERYTHING, ids } }, bounds),
      ),
    positions: () => positionsOf(nodes.map(nodeOf), edges.map(edgeOf), bounds),
  };
}

/** As Neo4j sorts texts: by their code units. */
const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const byId = <Row extends object>(rows: readonly Row[]): Row[] =>
  [...rows].sort((a, b) => inOrder(String((a as { id?: unknown }).id), String((b as { id?: unknown }).id)));

/** The mappings of terms that have some, page by page. */
async function* mappingsBy(
  read: (page: { after: string; limit: unknown }) => Promise<MappingsRow[]>,
): AsyncGenerator<MappingsRow> {
  for (let after: string | undefined = ''; after !== undefined; ) {
    const rows: MappingsRow[] = await read({ after, limit: LIMIT });
    yield* rows.filter(({ mappings }) => mappings.length > 0);
    after = rows[PAGE - 1]?.id;
  }
}

/** The current version of the data in the graph. */
export async function dataVersionNow(graph: Pick<Graph, 'read'>, bounds: ReadBounds): Promise<string> {
  const [state] = await graph.read<DataState>(exports.state.text, {}, bounds);
  return dataVersionOf(state?.imports ?? []);
}

async function* each<To>(rows: readonly ExportRow[], to: (row: ExportRow) => To): AsyncGenerator<To> {
  for (const row of rows) yield to(row);
}

function vocabularyOf(row: ExportRow): VocabularyRecord {
  const properties = propertiesOf(row);
  return { ...properties, id: String(properties.id), key: String(properties.key) };
}

function sourceOf(row: ExportRow): SourceRecord {
  const properties = propertiesOf(row);
  return { ...properties, id: String(properties.id), name: String(properties.name) };
}

function nodeOf(row: ExportRow): ExportedNode {
  const { id, kind, label, degree, ...properties } = propertiesOf(row);
  return { id: String(id), kind: kindOfLabel(String(kind)), label: String(label), degree: Number(degree), properties };
}

function edgeOf(row: ExportRow): ExportedEdge {
  const { id, type, from, to, ...others } = propertiesOf(row);
  const split = splitEvidence(others);
  if (split === null) throw new Error(`The evidence for relation ${id} is incomplete.`);
  return { id: String(id), type: type as RelationType, source: String(from), target: String(to), ...split };
}

/** The properties of a row in the order of their names, without null values. */
function propertiesOf(row: ExportRow) {
  const present = Object.entries(row).filter(([, value]) => value !== null);
  return fromDriver(Object.fromEntries(present.sort(([a], [b]) => (a < b ? -1 : 1))));
}
