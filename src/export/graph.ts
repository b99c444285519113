/** The records of an export, which are the same for every format. Writers do not depend on the database. */

import type { MappingsRow } from '../../cypher/export/index.ts';
import type { EntityKind } from '../model/kinds.ts';
import type { EvidenceRecord, SourceRecord } from '../model/records.ts';
import type { RelationType } from '../model/relations.ts';
import type { VocabularyRecord } from '../model/vocabulary.ts';
import type { Properties } from '../store/properties.ts';

/** An entity. Its `properties` are in the order of their names. */
export interface ExportedNode {
  id: string;
  kind: EntityKind;
  label: string;
  properties: Properties;
  /** The number of relations of all types in the whole graph, in both directions. */
  degree?: number;
}

/** A relation, from source to target, with all of its evidence. */
export interface ExportedEdge {
  id: string;
  type: RelationType;
  source: string;
  target: string;
  evidence: readonly EvidenceRecord[];
  properties: Properties;
}

/** A position from -1 to 1. The y axis points upward. */
export interface ExportPosition {
  x: number;
  y: number;
}

/** Whether the export contains everything that was requested. See `Completeness` in the schema. */
export interface ExportCompleteness {
  exact: boolean;
  reasons: readonly string[];
  omittedNodes: number;
}

/** The summary of an export. */
export interface ExportSummary {
  completeness: ExportCompleteness;
  /** The arguments of the neighborhood. Absent for the whole graph. */
  question?: Readonly<Record<string, unknown>>;
}

/**
 * A graph to write: vocabularies, followed by sources, nodes, and edges, each ordered by id. The records can come
 * directly from the database, so a writer must read each list at most once, in this order.
 */
export interface ExportedGraph {
  about: ExportSummary;
  /**
   * The public address of the server, with which Glossograph's own IRIs begin. Without a public address, the IRIs are
   * URNs.
   */
  base?: string | undefined;
  vocabularies(): AsyncIterable<VocabularyRecord>;
  sources(): AsyncIterable<SourceRecord>;
  nodes(): AsyncIterable<ExportedNode>;
  edges(): AsyncIterable<ExportedEdge>;
  /**
   * The mappings of terms to concepts in other vocabularies, term by term. They are derived, so no other record
   * contains them.
   */
  mappings?(): AsyncIterable<MappingsRow>;
  /**
   * Positions for formats with pictures. Only a neighborhood has positions because computing the layout of a whole
   * graph takes too long.
   */
  positions?(): Promise<ReadonlyMap<string, ExportPosition>>;
}

/** An export format. To add a format, write a file in this folder and add a line to `formats.ts`. */
export interface ExportFormat {
  /** The name of the format in URLs and on the command line. */
  readonly name: string;
  /** A short description of the format and the programs that read it. */
  readonly about: string;
  readonly mediaType: string;
  /** The file extension, without the dot. */
  readonly extension: string;
  /** Writes the graph in pieces of any length. The same graph always produces the same text. */
  write(graph: ExportedGraph): AsyncIterable<string>;
  /**
   * Writes the graph so that a spreadsheet does not evaluate any cell as a formula. Only the table formats have this
   * variant.
   */
  writeForSpreadsheet?(graph: ExportedGraph): AsyncIterable<string>;
}
