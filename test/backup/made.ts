/** Backup files that are made without a graph: small ones, and ones that `glossograph backup` would not write. */
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { type BackupHeader, trailerBytes } from '../../src/backup/format.ts';
import type { Migration } from '../../src/graph/migrate.ts';
import { STORED_NODES } from '../../src/model/stored-nodes.ts';

/** A migration that a made backup has. */
export const MIGRATION: Migration = { number: 1, name: '0001-x', statements: ['x'], schema: true, sha256: 'abc' };

/** A line of a node. */
export const node = (label: string, properties: object) => ({ node: label, properties });
/** A line of a relation. */
export const relation = (type: string, from: string, to: string, properties: object = { id: `${from} ${to}` }) => ({
  ...{ relation: type, from, to, properties },
});

/** Lines of a small graph: two terms and a relation. */
export const LINES: readonly object[] = [
  node('Migration', { number: 1, name: '0001-x', sha256: 'abc' }),
  node('Term', { id: 'Term:a', weight: { float: 1 } }),
  node('Term', { id: 'Term:b', names: ['é', '😀'] }),
  node('GraphVersion', { number: 1, token: 't' }),
  relation('BROADER', 'Term:a', 'Term:b'),
];

/** The counts of a header for these lines. */
export function headerOf(lines: readonly object[]): BackupHeader {
  const labels = lines.flatMap((line) => ('node' in line ? [String(line.node)] : []));
  const countOf = (label: string) =>
    labels.filter((one) => one === label || (label === 'Entity' && one === 'Term')).length;
  return {
    ...{ format: 'glossograph-backup', version: 1, glossograph: '0.2.0', dataVersion: '0', vectors: false },
    migrations: [{ number: 1, name: '0001-x', sha256: 'abc' }],
    nodes: Object.fromEntries(STORED_NODES.map(({ label }) => [label, countOf(label)])),
    relations: lines.length - labels.length,
  };
}

/** The bytes of a backup with these lines, whose checksum is right. */
export function bytesOf(lines: readonly unknown[], header: object = headerOf(LINES), trailer = {}): Buffer {
  const texts = [header, ...lines].map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`);
  const first = gzipSync(texts.join(''));
  const relations = lines.filter((line) => Object.hasOwn(Object(line), 'relation')).length;
  return Buffer.concat([
    first,
    trailerBytes({
      ...{ nodes: lines.length - relations, relations, sha256: createHash('sha256').update(first).digest('hex') },
      ...trailer,
    }),
  ]);
}
