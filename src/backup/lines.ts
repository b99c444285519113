/** Parses the lines of a backup and refuses everything that `glossograph backup` would not have written. */
import { BACKED_UP_TYPES, LABELS_OF } from '../../cypher/backup/index.ts';
import { kindOf, LABEL_OF } from '../model/kinds.ts';
import { STORED_NODES } from '../model/stored-nodes.ts';
import { BackupError } from './errors.ts';
import { type BackupHeader, type BackupTrailer, jsonOf, NodeLine, RelationLine } from './format.ts';
import { decodeProperties, ValueError } from './value.ts';

/** A node to restore, with properties for the driver. */
export interface BackupNode {
  /** The label in the line: a kind's label, or the label of a group. */
  node: string;
  properties: Record<string, unknown>;
  /** The length of the line, which shows how much memory the node needs. */
  length: number;
}
/** A relation to restore. */
export interface BackupRelation {
  relation: string;
  from: string;
  to: string;
  properties: Record<string, unknown>;
  length: number;
}
/** A line after the header. */
export type BackupLine = BackupNode | BackupRelation;

const GROUP_OF = new Map([...LABELS_OF].map(([name, labels]) => [name, labels.split(':')[0] ?? name]));
const KEY_OF: ReadonlyMap<string, string> = new Map(STORED_NODES.map(({ label, key }) => [label, key]));
const KIND_LABELS: ReadonlySet<string> = new Set(Object.values(LABEL_OF));
const TYPES: ReadonlySet<string> = new Set(BACKED_UP_TYPES);

/** The checks of the lines of one backup, in their order. */
export class LineChecks {
  private readonly header: BackupHeader;
  private readonly counts = new Map<string, number>();
  private readonly keys = new Map<string, Set<unknown>>();
  private relations = 0;

  constructor(header: BackupHeader) {
    this.header = header;
  }

  /**
   * Parses a line.
   *
   * @param number the number of the line, for messages
   * @throws BackupError INVALID
   */
  check(text: string, number: number): BackupLine {
    const json = jsonOf(text);
    try {
      const node = NodeLine.safeParse(json);
      if (node.success) return this.node(node.data, text.length);
      const relation = RelationLine.safeParse(json);
      if (relation.success) return this.relation(relation.data, text.length);
    } catch (error) {
      if (error instanceof ValueError) throw invalid(number, error.message);
      throw error;
    }
    throw invalid(number, 'the line is neither a node nor a relation');
  }

  private node({ node, properties: given }: NodeLine, length: number): BackupNode {
    const group = GROUP_OF.get(node);
    if (group === undefined) throw new ValueError(`"${node}" is not a node label that Glossograph uses`);
    if (this.relations > 0) throw new ValueError('a node comes after a relation');
    const properties = decodeProperties(given);
    const key = properties[KEY_OF.get(group) ?? ''];
    if (typeof key !== (group === 'Migration' ? 'bigint' : 'string')) throw new ValueError('the node has no key');
    if (KIND_LABELS.has(node) && labelOf(String(key)) !== node)
      throw new ValueError(`${JSON.stringify(key)} is not the id of a node with the label ${node}`);
    if (group === 'Passage' && !(properties.vector instanceof Float32Array))
      throw new ValueError('the passage has no vector');
    const keys = this.keys.get(group) ?? new Set();
    // Several files can state the days of one section.
    if (group !== 'AmendmentDays' && keys.has(key)) throw new ValueError(`the key ${String(key)} occurs twice`);
    this.keys.set(group, keys.add(key));
    this.counts.set(group, (this.counts.get(group) ?? 0) + 1);
    return { node, properties, length };
  }

  private relation({ relation, from, to, properties: given }: RelationLine, length: number): BackupRelation {
    if (!TYPES.has(relation)) throw new ValueError(`"${relation}" is not a relation type that Glossograph uses`);
    const entities = this.keys.get('Entity');
    for (const id of [from, to])
      if (!entities?.has(id))
        throw new ValueError(`the relation refers to ${JSON.stringify(id)}, which is not in the backup`);
    const properties = decodeProperties(given);
    if (typeof properties.id !== 'string') throw new ValueError('the relation has no id');
    this.relations += 1;
    return { relation, from, to, properties, length };
  }

  /**
   * Compares the counts after the last line.
   *
   * @throws BackupError INVALID
   */
  finish(trailer: BackupTrailer): void {
    const { nodes, relations, migrations } = this.header;
    const counted = [...this.counts.values()].reduce((sum, count) => sum + count, 0);
    for (const { label } of STORED_NODES) {
      const found = this.counts.get(label) ?? 0;
      if (found !== nodes[label])
        throw miscounted(
          `according to the header, the number of nodes with the label ${label} is ${nodes[label]}, but the actual number is ${found}`,
        );
    }
    if (this.relations !== relations)
      throw miscounted(
        `according to the header, the number of relations is ${relations}, but the actual number is ${this.relations}`,
      );
    if (counted !== trailer.nodes || this.relations !== trailer.relations)
      throw miscounted('the counts at its end do not match its content');
    const stored = this.keys.get('Migration');
    if (migrations.some(({ number }) => !stored?.has(BigInt(number))) || migrations.length !== (stored?.size ?? 0))
      throw miscounted('the migrations in its header do not match its content');
  }
}

function labelOf(id: string): string | null {
  const kind = kindOf(id);
  return kind === null ? null : LABEL_OF[kind];
}

const invalid = (line: number, what: string) =>
  new BackupError('INVALID', `Line ${line} of the backup is invalid: ${what}. Nothing was changed.`);
const miscounted = (what: string) => new BackupError('INVALID', `The backup is invalid: ${what}. Nothing was changed.`);
