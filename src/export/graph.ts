/** The records of an export, the same for every format. Writers do not depend on the database. */

import type { MappingsRow } from '../../cypher/export/index.ts';
import type { EntityKind } from '../model/kinds.ts';
import type { EvidenceRecord, SourceRecord } from '../model/records.ts';
import type { RelationType } from '../model/relations.ts';
import type { VocabularyRecord } from '../model/vocabulary.ts';
import type { Properties } from '../store/properties.ts';

/** An entity; `properties` has the others in the order of their names. */
export interface ExportedNode {
  id: string;
  kind: EntityKind;
  label: string;
  properties: Properties;
  /** Relations of every type, both ways, in the whole graph. */
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

/** A position from -1 to 1, y upward. */
export interface ExportPosition {
  x: number;
  y: number;
}

/** Whether the export has everything that was requested: see `Completeness` in the schema. */
export interface ExportCompleteness {
  exact: boolean;
  reasons: readonly string[];
  omittedNodes: number;
}

/** The summary of an export. */
export interface ExportSummary {
  completeness: ExportCompleteness;
  /** The arguments of the neighborhood; absent for the whole graph. */
  question?: Readonly<Record<string, unknown>>;
}

/**
 * A graph to write: vocabularies, then sources, then nodes, then edges, each ordered by id. A writer reads each of them at most once, in this
 * order, as they may come directly from the database.
 */
export interface ExportedGraph {
  about: ExportSummary;
  /** The public address of the server, where our own IRIs begin; without one they are URNs. */
  base?: string | undefined;
  vocabularies(): AsyncIterable<VocabularyRecord>;
  sources(): AsyncIterable<SourceRecord>;
  nodes(): AsyncIterable<ExportedNode>;
  edges(): AsyncIterable<ExportedEdge>;
  /** How terms compare to concepts of other vocabularies, term by term; they are derived, and no other record states them. */
  mappings?(): AsyncIterable<MappingsRow>;
  /** Positions for formats with pictures. Only a neighborhood has them: the layout of a whole graph takes too long. */
  positions?(): Promise<ReadonlyMap<string, ExportPosition>>;
}

/** A format of an export. To add one, write a file beside this one and add a line to `formats.ts`. */
export interface ExportFormat {
  /** The name in URLs and on the command line. */
  readonly name: string;
  /** The format and the programs that read it, in a few words. */
  readonly about: string;
  readonly mediaType: string;
  /** The file extension, without the dot. */
  readonly extension: string;
  /** Writes the graph in pieces of any length. The same graph gives the same text. */
  write(graph: ExportedGraph): AsyncIterable<string>;
  /** Writes the graph so that a spreadsheet evaluates no cell as a formula; the tables have this variant. */
  writeForSpreadsheet?(graph: ExportedGraph): AsyncIterable<string>;
}
