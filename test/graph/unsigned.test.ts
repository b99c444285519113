/** JARs without their signatures: their directories list every other file. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { removeSignatures, withoutSignatures } from '../../src/graph/local/unsigned.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glossograph-jars-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A ZIP file of empty files, as its format says. */
function zip(...paths: string[]): Buffer {
  const file = (path: string) => {
    const head = Buffer.alloc(30);
    head.write('PK\u0003\u0004', 'latin1');
    head.writeUInt16LE(path.length, 26);
    return Buffer.concat([head, Buffer.from(path)]);
  };
  const files = paths.map(file);
  let offset = 0;
  const entries = paths.map((path, i) => {
    const head = Buffer.alloc(46);
    head.write('PK\u0001\u0002', 'latin1');
    head.writeUInt16LE(path.length, 28);
    head.writeUInt32LE(offset, 42);
    offset += files[i]?.length ?? 0;
    return Buffer.concat([head, Buffer.from(path)]);
  });
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  for (const at of [8, 10]) end.writeUInt16LE(paths.length, at);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, directory, end]);
}

/** The paths in the directory of a ZIP file, which lies where its end says. */
function listed(jar: Buffer): string[] {
  const [count, length, offset] = [
    jar.readUInt16LE(jar.length - 12),
    jar.readUInt32LE(jar.length - 10),
    jar.readUInt32LE(jar.length - 6),
  ];
  expect(offset + length).toBe(jar.length - 22);
  const paths = jar
    .toString('latin1', offset, offset + length)
    .split('PK\u0001\u0002')
    .slice(1)
    .map((entry) => entry.slice(42));
  expect(paths).toHaveLength(count);
  return paths;
}

const KEPT = ['META-INF/MANIFEST.MF', 'a/B.class', 'META-INF/services/x.SF', 'a/ECLIPSE_.RSA'];
const SIGNED = zip(
  'META-INF/MANIFEST.MF',
  'META-INF/ECLIPSE_.SF',
  'a/B.class',
  'META-INF/ECLIPSE_.RSA',
  ...KEPT.slice(2),
);

test('the files of a signature are gone, and no other file', async () => {
  await writeFile(join(folder, 'signed.jar'), SIGNED);
  await writeFile(join(folder, 'no.txt'), SIGNED);
  await removeSignatures(folder);
  const unsigned = await readFile(join(folder, 'signed.jar'));
  expect(withoutSignatures(unsigned)).toBe(unsigned);
  expect(await readFile(join(folder, 'no.txt'))).toEqual(SIGNED);
  expect(listed(unsigned)).toEqual(KEPT);
});

test.each([
  ['a JAR without a signature', zip(...KEPT)],
  ['what is no ZIP file', Buffer.from('junk')],
])('%s stays as it is', (_, file) => expect(withoutSignatures(file)).toBe(file));
