/**
 * The form of a backup file. It is a gzip file of JSON Lines in two parts, so that any gzip program can read it:
 *
 * 1. A header line, a line for each node, and a line for each relation, compressed.
 * 2. A trailer line with the counts and the SHA-256 hash of every byte of the first part. This part has a fixed length
 *    and is not compressed, so that all of its bytes follow from the trailer.
 *
 * Every byte of the file is therefore covered, including the bytes in gzip's own headers.
 */
import { crc32 } from 'node:zlib';
import { z } from 'zod';
import { STORED_NODES } from '../model/stored-nodes.ts';

/** The name of the format, with which the header begins. */
export const BACKUP_FORMAT = 'glossograph-backup';
/** The version of the format. A change that this version could not read counts up. */
export const BACKUP_VERSION = 1;

const COUNT = z.int().nonnegative();

/** The first line: what wrote the backup, and what it contains. */
export const BackupHeader = z.strictObject({
  format: z.literal(BACKUP_FORMAT),
  version: z.literal(BACKUP_VERSION),
  /** The version of Glossograph that wrote the backup. */
  glossograph: z.string(),
  /** The migrations of the graph. A restore begins with them, and then applies those that are newer. */
  migrations: z.array(z.strictObject({ number: COUNT, name: z.string(), sha256: z.string() })),
  /** The data version of the graph. */
  dataVersion: z.string(),
  /** Whether the vectors for search by meaning are in the backup. */
  vectors: z.boolean(),
  nodes: z.strictObject(Object.fromEntries(STORED_NODES.map(({ label }) => [label, COUNT]))),
  relations: COUNT,
});
/** The first line of a backup. */
export type BackupHeader = z.infer<typeof BackupHeader>;

/** A line of a node: its label and its properties, encoded as in `value.ts`. */
export const NodeLine = z.strictObject({ node: z.string(), properties: z.record(z.string(), z.unknown()) });
/** A parsed line of a node. */
export type NodeLine = z.infer<typeof NodeLine>;
/** A line of a relation between two entities. */
export const RelationLine = z.strictObject({
  relation: z.string(),
  from: z.string(),
  to: z.string(),
  properties: z.record(z.string(), z.unknown()),
});
/** A parsed line of a relation. */
export type RelationLine = z.infer<typeof RelationLine>;

const Trailer = z.strictObject({
  end: z.strictObject({ nodes: COUNT, relations: COUNT, sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
});
/** The last line: the counts, and the hash of the first part of the file. */
export type BackupTrailer = z.infer<typeof Trailer>['end'];

const LINE_BYTES = 160;
/** A gzip header without a name and a time, as in RFC 1952 § 2.3. The last byte means that no system is named. */
const GZIP_HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);
const BLOCK_BYTES = 5;
const SUM_BYTES = 8;

/** The length of the second part of the file. */
export const TRAILER_BYTES = GZIP_HEADER.length + BLOCK_BYTES + LINE_BYTES + SUM_BYTES;

/** The second part of the file: one uncompressed block, as in RFC 1951 § 3.2.4. */
export function trailerBytes({ nodes, relations, sha256 }: BackupTrailer): Buffer {
  const line = Buffer.from(`${JSON.stringify({ end: { nodes, relations, sha256 } }).padEnd(LINE_BYTES - 1)}\n`);
  const block = Buffer.alloc(BLOCK_BYTES);
  block.writeUInt8(1, 0); // the last block, not compressed
  block.writeUInt16LE(LINE_BYTES, 1);
  block.writeUInt16LE(0xffff - LINE_BYTES, 3);
  const sums = Buffer.alloc(SUM_BYTES);
  sums.writeUInt32LE(crc32(line), 0);
  sums.writeUInt32LE(LINE_BYTES, 4);
  return Buffer.concat([GZIP_HEADER, block, line, sums]);
}

/** Parses the second part of a file. Null if its bytes are not exactly those that `trailerBytes` returns. */
export function parseTrailer(bytes: Buffer): BackupTrailer | null {
  const start = GZIP_HEADER.length + BLOCK_BYTES;
  const read = Trailer.safeParse(jsonOf(bytes.toString('utf8', start, start + LINE_BYTES)));
  if (!read.success) return null;
  return trailerBytes(read.data.end).equals(bytes) ? read.data.end : null;
}

/** Parses JSON. Undefined if the text is not valid JSON. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
