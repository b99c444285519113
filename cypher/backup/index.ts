import { type Statement, statement } from '../../src/graph/statement.ts';
import { RELATION_TYPES } from '../../src/model/relations.ts';
import { FURTHER_LABELS, STORED_NODES, type StoredLabel } from '../../src/model/stored-nodes.ts';

/** A page of nodes: those after a key. */
interface NodePage {
  after: string | bigint;
  limit: bigint;
}
/** A page of relations: those after a relation of an entity. */
interface RelationPage {
  from: string;
  after: string;
  limit: bigint;
  types: readonly string[];
}
/** A node with everything that is stored in it, as the driver returns it. */
export interface StoredNodeRow {
  key: string | bigint;
  labels: string[];
  properties: Record<string, unknown>;
}
/** A relation with everything that is stored in it, as the driver returns it. */
export interface StoredRelationRow {
  from: string;
  to: string;
  type: string;
  properties: Record<string, unknown>;
}
interface Rows<Row extends object> {
  rows: readonly Row[];
}
/** The properties of a node to create. */
export interface GivenNode {
  properties: Record<string, unknown>;
}
interface Counted {
  count: number | bigint;
}

const byLabel = <Of>(make: (nodes: (typeof STORED_NODES)[number]) => Of) =>
  Object.fromEntries(STORED_NODES.map((nodes) => [nodes.label, make(nodes)])) as Record<StoredLabel, Of>;

/** The labels of a node by the label in its line: the further label, if the node has one, or the label of its group. */
const LABELS = STORED_NODES.flatMap(({ label }) => [
  ...(label === 'Entity' ? [] : [[label, label] as const]), // every entity has a kind
  ...(FURTHER_LABELS[label] ?? []).map((further) => [further, `${label}:${further}`] as const),
]);

/** The labels of the nodes that a line of a backup can name, as they appear in a pattern. */
export const LABELS_OF: ReadonlyMap<string, string> = new Map(LABELS);

/** The statements of backups and restores (`src/backup/`). Labels and types come from the lists of `src/model`. */
export const backup = {
  count: byLabel(({ label, mark }) => statement<object, Counted>('backup/count', { label, mark })),
  countRelations: statement<{ types: readonly string[] }, Counted>('backup/count-relations'),
  nodes: byLabel(
    ({ label, key, mark }): Statement<NodePage, StoredNodeRow> =>
      label === 'AmendmentDays' ? statement('backup/amendment-days') : statement('backup/nodes', { label, key, mark }),
  ),
  relations: statement<RelationPage, StoredRelationRow>('backup/relations'),
  makeNodes: Object.fromEntries(
    LABELS.map(([name, labels]) => [name, statement<Rows<GivenNode>>('backup/make-nodes', { labels })]),
  ),
  makePassages: Object.fromEntries(
    LABELS.filter(([, labels]) => labels.startsWith('Passage')).map(([name, labels]) => [
      name,
      statement<Rows<GivenNode & { vector: number[] }>>('backup/make-passages', { labels }),
    ]),
  ),
  putMigrations: statement<Rows<GivenNode>>('backup/put-migrations'),
  state: statement<object, { holds: boolean; unfinished: boolean }>('backup/state'),
  begin: statement('backup/begin'),
  hold: statement<object, { marks: number }>('backup/hold'),
  dropVersions: statement('backup/drop-versions'),
  finish: statement<Rows<GivenNode>>('backup/finish'),
  unmark: statement('backup/unmark'),
};

/** The types of the relations that a backup contains. */
export const BACKED_UP_TYPES: readonly string[] = RELATION_TYPES;
