import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A file of a signature, which Java reads from this folder of a JAR only. */
const SIGNATURE = /^META-INF\/[^/]+\.(SF|RSA|DSA|EC)$/;
/** Where the records of the ZIP format begin, and where their parts are. */
const END = Buffer.from('PK\u0005\u0006', 'latin1');
const END_AT = { here: 8, count: 10, length: 12, offset: 16 };
const ENTRY_AT = { lengths: [28, 30, 32], path: 46 };
/** A count that does not fit says so: it is then elsewhere. */
const TOO_MANY = 0xffff;

/**
 * Removes the signatures from the JARs in a folder. Java would verify the signature of a JAR each time that it looks
 * for a service in it, which happens repeatedly while Neo4j starts. Java also keeps the classes of a signed JAR out of
 * class archives. `ensureJars` has already compared the JARs with their expected hashes.
 */
export async function removeSignatures(folder: string): Promise<void> {
  for (const file of await readdir(folder)) {
    if (!file.endsWith('.jar')) continue;
    const path = join(folder, file);
    const jar = await readFile(path);
    const unsigned = withoutSignatures(jar);
    if (unsigned !== jar) await writeFile(path, unsigned);
  }
}

/** Removes the signature files from the directory of a JAR. Returns the same buffer if the JAR is not signed. */
export function withoutSignatures(jar: Buffer): Buffer {
  const end = jar.lastIndexOf(END);
  if (end === -1) return jar;
  const count = jar.readUInt16LE(end + END_AT.count);
  if (count === TOO_MANY) return jar;
  const start = jar.readUInt32LE(end + END_AT.offset);
  const kept: Buffer[] = [];
  for (let i = 0, from = start; i < count; i += 1) {
    const [path = 0, extra = 0, comment = 0] = ENTRY_AT.lengths.map((at) => jar.readUInt16LE(from + at));
    const name = jar.toString('utf8', from + ENTRY_AT.path, from + ENTRY_AT.path + path);
    const next = from + ENTRY_AT.path + path + extra + comment;
    if (!SIGNATURE.test(name)) kept.push(jar.subarray(from, next));
    from = next;
  }
  if (kept.length === count) return jar;
  const directory = Buffer.concat(kept);
  const ending = Buffer.from(jar.subarray(end));
  ending.writeUInt16LE(kept.length, END_AT.here);
  ending.writeUInt16LE(kept.length, END_AT.count);
  ending.writeUInt32LE(directory.length, END_AT.length);
  return Buffer.concat([jar.subarray(0, start), directory, ending]);
}
