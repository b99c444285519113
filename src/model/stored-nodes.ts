/** Everything that Glossograph stores in nodes. Backups and resets must know every label. */
import { KINDS } from './kinds/index.ts';

/** A group of nodes: one label, and the properties by which Glossograph recognizes its own nodes. */
export interface StoredNodes {
  readonly label: string;
  /** The property that orders the nodes. It identifies a node, except in `AmendmentDays`. */
  readonly key: string;
  /** A property that all of Glossograph's nodes with this label have. Another program may use the same label. */
  readonly mark: string;
}

const nodes = <Label extends string>(label: Label, key: string, mark: string) => ({ label, key, mark }) as const;

/** Every group, in the order of a backup. Groups that others build on come first. */
export const STORED_NODES = [
  nodes('Migration', 'number', 'sha256'),
  nodes('Vocabulary', 'id', 'origins'),
  nodes('Source', 'id', 'origins'),
  nodes('Import', 'origin', 'origin'),
  nodes('Entity', 'id', 'origins'),
  nodes('OpenRelation', 'id', 'origin'),
  nodes('Edition', 'id', 'packed'),
  nodes('AmendmentDays', 'unitId', 'origin'),
  nodes('Linking', 'group', 'packed'),
  nodes('Tombstone', 'id', 'removedBy'),
  nodes('Passage', 'id', 'of'),
  nodes('GraphVersion', 'token', 'token'),
] as const satisfies readonly StoredNodes[];

/** The label of a group of nodes. */
export type StoredLabel = (typeof STORED_NODES)[number]['label'];

/** Labels of nodes that exist only while a command runs, or until it is repeated. They are not data. */
export const PASSING_LABELS: readonly string[] = ['GlossographMigrationLock', 'UnfinishedRestore'];

/** The labels that a node can have in addition to the label of its group. */
export const FURTHER_LABELS: Partial<Record<StoredLabel, readonly string[]>> = {
  Entity: KINDS.map(({ label }) => label),
  Passage: ['OwnPassage'],
};
