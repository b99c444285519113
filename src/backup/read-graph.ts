/** Reads everything in a graph for a backup, page by page, so that little of it is in memory at a time. */
import { BACKED_UP_TYPES, backup, LABELS_OF, type StoredNodeRow } from '../../cypher/backup/index.ts';
import { store } from '../../cypher/store/index.ts';
import type { ReadTransaction } from '../graph/read-transaction.ts';
import { dataVersionOf } from '../model/data-version.ts';
import { FURTHER_LABELS, STORED_NODES, type StoredLabel } from '../model/stored-nodes.ts';
import { VERSION } from '../version.ts';
import { BACKUP_FORMAT, BACKUP_VERSION, type BackupHeader } from './format.ts';
import { encodeProperties } from './value.ts';

const PAGE = 1_000n;
/** Editions and states of linking are packed texts of many kilobytes each. */
const PACKED_PAGE = 10n;
const PACKED: readonly StoredLabel[] = ['Edition', 'Linking'];

/** Some lines of a backup. */
export interface LinesPage {
  nodes: number;
  relations: number;
  text: string;
}

/** Whether a backup contains a group of nodes. Vectors can be computed anew from the texts. */
const isIncluded = (label: StoredLabel, vectors: boolean): boolean => vectors || label !== 'Passage';

/**
 * Reads the header of a backup.
 *
 * @param transaction a transaction of a driver with `exactIntegers`
 * @throws GraphQLError the same errors as `ReadTransaction.rows`
 */
export async function readHeader(transaction: ReadTransaction, vectors: boolean): Promise<BackupHeader> {
  const nodes: Record<string, number> = {};
  for (const { label } of STORED_NODES) {
    const [row] = isIncluded(label, vectors) ? await transaction.rows(backup.count[label], {}) : [];
    nodes[label] = Number(row?.count ?? 0);
  }
  const [relations] = await transaction.rows(backup.countRelations, { types: BACKED_UP_TYPES });
  const migrations = await transaction.rows(backup.nodes.Migration, { after: -1n, limit: PAGE });
  const imports = await transaction.rows(store.imports, {});
  return {
    format: BACKUP_FORMAT,
    version: BACKUP_VERSION,
    glossograph: VERSION,
    migrations: migrations.map(({ properties: { number, name, sha256 } }) => ({
      number: Number(number),
      name: String(name),
      sha256: String(sha256),
    })),
    dataVersion: dataVersionOf(imports.map(({ origin, sha256 }) => `${origin}:${sha256}`)),
    vectors,
    nodes,
    relations: Number(relations?.count ?? 0),
  };
}

/**
 * Reads all nodes and then all relations, always in the same order.
 *
 * @param transaction a transaction of a driver with `exactIntegers`
 * @throws GraphQLError the same errors as `ReadTransaction.rows`; ValueError for a value that a backup cannot contain
 */
export async function* readLines(transaction: ReadTransaction, vectors: boolean): AsyncGenerator<LinesPage> {
  for (const { label } of STORED_NODES) {
    if (!isIncluded(label, vectors)) continue;
    const limit = PACKED.includes(label) ? PACKED_PAGE : PAGE;
    let after: string | bigint = label === 'Migration' ? -1n : '';
    for (;;) {
      const rows: StoredNodeRow[] = await transaction.rows(backup.nodes[label], { after, limit });
      const last = rows.at(-1);
      if (last === undefined) break;
      yield { nodes: rows.length, relations: 0, text: rows.map((row) => nodeLine(label, row)).join('') };
      after = last.key;
    }
  }
  for (let [from, after] = ['', '']; ; ) {
    const rows = await transaction.rows(backup.relations, { from, after, limit: PAGE, types: BACKED_UP_TYPES });
    const text = rows.map(
      (row) =>
        `${JSON.stringify({ relation: row.type, from: row.from, to: row.to, properties: encodeProperties(row.properties) })}\n`,
    );
    if (rows.length > 0) yield { nodes: 0, relations: rows.length, text: text.join('') };
    const last = rows.at(-1);
    if (last === undefined || rows.length < Number(PAGE)) return;
    [from, after] = [last.from, String(last.properties.id)];
  }
}

function nodeLine(group: StoredLabel, { labels, properties }: StoredNodeRow): string {
  const further = FURTHER_LABELS[group]?.find((label) => labels.includes(label));
  const node = further ?? group;
  // An entity without a kind would be a mistake of an import. A backup without it would not be whole.
  if (!LABELS_OF.has(node)) throw new Error(`the node ${String(properties.id)} has none of the known labels`);
  const { vector } = properties;
  const stored =
    group === 'Passage' && Array.isArray(vector) ? { ...properties, vector: Float32Array.from(vector) } : properties;
  return `${JSON.stringify({ node, properties: encodeProperties(stored) })}\n`;
}
