/** What is exported: the same typed records for every format. Writers know nothing of the database. */

import type { EntityKind } from '../model/kinds.ts';
import type { EvidenceRecord, SourceRecord } from '../model/records.ts';
import type { RelationType } from '../model/relations.ts';
import type { Properties } from '../store/properties.ts';

/** An entity, with everything else that is said of it in the order of names. */
export interface ExportedNode {
  id: string;
  kind: EntityKind;
  label: string;
  properties: Properties;
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

/** Whether it holds everything that was asked for: see `Completeness` in the schema. */
export interface ExportCompleteness {
  exact: boolean;
  reasons: readonly string[];
  omittedNodes: number;
}

/** What is told of an export as a whole. */
export interface ExportSummary {
  completeness: ExportCompleteness;
  /** Of what it is a neighborhood, with every argument that was given; absent of the whole graph. */
  question?: Readonly<Record<string, unknown>>;
}

/**
 * A graph to be written: sources, then nodes, then edges, each by id. A writer goes through each of them at most once, and
 * in this order, for they may come straight from the database.
 */
export interface ExportedGraph {
  about: ExportSummary;
  sources(): AsyncIterable<SourceRecord>;
  nodes(): AsyncIterable<ExportedNode>;
  edges(): AsyncIterable<ExportedEdge>;
}

/** A form in which a graph can be written. Adding one is a file beside this, and a line in `formats.ts`. */
export interface ExportFormat {
  /** As URLs and the command line name it. */
  readonly name: string;
  /** What it is and who opens it, in a few words. */
  readonly about: string;
  readonly mediaType: string;
  /** Of a file, without a dot before it. */
  readonly extension: string;
  /** Pieces of text, of any length. The same graph gives the same text. */
  write(graph: ExportedGraph): AsyncIterable<string>;
}
