/** A backup that was changed in any way is refused before anything is written. */
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { BackupError } from '../../src/backup/errors.ts';
import { verifyBackup } from '../../src/backup/read-file.ts';
import { FURTHER_LABELS, PASSING_LABELS, STORED_NODES } from '../../src/model/stored-nodes.ts';
import { bytesOf, headerOf, LINES, MIGRATION, node, relation } from './made.ts';

const folder = await mkdtemp(join(tmpdir(), 'glossograph-damaged-'));
afterAll(() => rm(folder, { recursive: true }));

const file = join(folder, 'backup');
const verify = async (bytes: Buffer) => {
  await writeFile(file, bytes);
  return verifyBackup(file, [MIGRATION]);
};
/** The code of the error, or "accepted" if the file is accepted. Any other error is a failure of the test. */
const codeFor = (bytes: Buffer): Promise<string> =>
  verify(bytes).then(
    () => 'accepted',
    (error) => {
      if (error instanceof BackupError) return error.code;
      throw error;
    },
  );
const whole = bytesOf(LINES);

test('backups know every label in the Cypher files', () => {
  const cypher = new URL('../../cypher/', import.meta.url);
  const files = readdirSync(cypher, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.cypher'));
  const found = files.flatMap((name) =>
    [...readFileSync(new URL(name, cypher), 'utf8').matchAll(/(?:\(\w*|\bSET \w+):([A-Z][\w|:&]*)/g)].flatMap(
      ([, labels = '']) => labels.split(/\W/),
    ),
  );
  const known = new Set([
    ...STORED_NODES.map(({ label }) => label),
    ...Object.values(FURTHER_LABELS).flat(),
    ...PASSING_LABELS,
  ]);
  expect(found.length).toBeGreaterThan(100);
  expect([...new Set(found)].filter((label) => !known.has(label))).toEqual([]);
});

test('an unchanged backup is accepted', async () => {
  expect(await codeFor(whole)).toBe('accepted');
});

test('a backup with a change in any byte is refused', async () => {
  const codes = new Set<string>();
  for (let at = 0; at < whole.length; at += 1) {
    for (const change of [1 << (at % 8), 0xff]) {
      const changed = Buffer.from(whole);
      changed[at] = (whole[at] ?? 0) ^ change;
      const code = await codeFor(changed);
      expect(code, `byte ${at}`).not.toBe('accepted');
      codes.add(code);
    }
  }
  expect([...codes].sort()).toEqual(['DAMAGED']);
}, 60_000);

test('a backup that was cut off or added to is refused', async () => {
  for (let length = 0; length < whole.length; length += 1) {
    expect(await codeFor(whole.subarray(0, length)), `${length} bytes`).not.toBe('accepted');
  }
  for (const more of [Buffer.from('\0'), Buffer.from('x'), whole, whole.subarray(0, 20)]) {
    expect(await codeFor(Buffer.concat([whole, more]))).not.toBe('accepted');
    expect(await codeFor(Buffer.concat([more, whole]))).not.toBe('accepted');
  }
}, 60_000);

describe('a file with a right checksum is refused', () => {
  const header = headerOf(LINES);
  const changed = (i: number, line: unknown) => bytesOf(LINES.map((one, at) => (at === i ? line : one)));
  const term = (properties: object) => changed(1, node('Term', { id: 'Term:a', ...properties }));
  const cases: readonly (readonly [what: string, bytes: Buffer, code: string, message: RegExp])[] = [
    ['if it is not a backup', Buffer.from('SQLite format 3'), 'NOT_A_BACKUP', /not a Glossograph backup/],
    [
      'if it has another format',
      bytesOf(LINES, { ...header, format: 'x' }),
      'NOT_A_BACKUP',
      /not a Glossograph backup/,
    ],
    [
      'if its format is newer',
      bytesOf(LINES, { ...header, version: 2 }),
      'VERSION',
      /format version 2, .*reads format version 1\. Update/,
    ],
    ['if its format is not a number', bytesOf(LINES, { ...header, version: '1' }), 'VERSION', /format version "1"/],
    [
      'if it has an unknown migration',
      bytesOf(LINES, { ...header, migrations: [{ number: 2, name: '0002-y', sha256: 'd' }] }),
      'VERSION',
      /0002-y/,
    ],
    [
      'if its header is incomplete',
      bytesOf(LINES, { ...header, relations: undefined }),
      'INVALID',
      /header .* relations/,
    ],
    [
      'if its header has another count',
      bytesOf(LINES, { ...header, relations: 7 }),
      'INVALID',
      /the number of relations is 7, but the actual number is 1\./,
    ],
    ['if its trailer has another count', bytesOf(LINES, header, { nodes: 7 }), 'INVALID', /counts at its end/],
    [
      'if a line is missing',
      bytesOf(LINES.slice(0, -1)),
      'INVALID',
      /the number of relations is 1, but the actual number is 0\./,
    ],
    ['if a line is not JSON', changed(1, '{"node":'), 'INVALID', /Line 3 .*neither a node nor a relation/],
    ['if a line is empty', changed(1, ''), 'INVALID', /Line 3/],
    ['if a line has another member', changed(1, { ...LINES[1], more: 1 }), 'INVALID', /Line 3/],
    [
      'if a label is unknown',
      changed(1, node('Term:Admin', { id: 'Term:a' })),
      'INVALID',
      /"Term:Admin" is not a node label/,
    ],
    [
      'if a label is that of a group',
      changed(1, node('Entity', { id: 'Term:a' })),
      'INVALID',
      /"Entity" is not a node label/,
    ],
    [
      'if a label is one of JavaScript',
      changed(1, node('constructor', { id: 'Term:a' })),
      'INVALID',
      /not a node label/,
    ],
    [
      'if a type is unknown',
      changed(4, relation('OWNS', 'Term:a', 'Term:b')),
      'INVALID',
      /"OWNS" is not a relation type/,
    ],
    [
      'if a relation leads nowhere',
      changed(4, relation('BROADER', 'Term:a', 'Term:z')),
      'INVALID',
      /"Term:z", which is not in the backup/,
    ],
    ['if a relation leads to another node', changed(4, relation('BROADER', 'Term:a', 't')), 'INVALID', /"t", which/],
    ['if a relation has no id', changed(4, relation('BROADER', 'Term:a', 'Term:b', {})), 'INVALID', /no id/],
    [
      'if a node comes after a relation',
      bytesOf([LINES[0], LINES[1], LINES[2], LINES[4], LINES[3]]),
      'INVALID',
      /after a relation/,
    ],
    [
      'if an id is not of its kind',
      changed(1, node('Term', { id: 'Rule:a' })),
      'INVALID',
      /"Rule:a" is not the id of a node with the label Term/,
    ],
    ['if a node has no key', changed(1, node('Term', {})), 'INVALID', /no key/],
    ['if a key occurs twice', changed(1, LINES[2]), 'INVALID', /Term:b occurs twice/],
    ['if the migrations differ', changed(0, node('Migration', { number: 2 })), 'INVALID', /migrations in its header/],
    ['if a property is null', term({ x: null }), 'INVALID', /property x/],
    ['if a property is an object', term({ x: { a: 1 } }), 'INVALID', /property x/],
    ['if a property has two tags', term({ x: { float: 1, bytes: '' } }), 'INVALID', /property x/],
    ['if a property is a list of lists', term({ x: [[1]] }), 'INVALID', /property x/],
    ['if a list mixes types', term({ x: [1, 'a'] }), 'INVALID', /several types/],
    ['if an integer has a fraction', term({ x: 0.5 }), 'INVALID', /property x/],
    ['if bytes are not base64', term({ x: { bytes: '*' } }), 'INVALID', /property x/],
    ['if a float is not a number', term({ x: { float: 'one' } }), 'INVALID', /property x/],
    ['if a date has too few parts', term({ x: { date: [2024, 1] } }), 'INVALID', /property x/],
    ['if a date has a text', term({ x: { date: [2024, 1, 'a'] } }), 'INVALID', /property x/],
    [
      'if a passage has no vector',
      bytesOf([...LINES.slice(0, 3), node('Passage', { id: 'p' }), ...LINES.slice(3)]),
      'INVALID',
      /no vector/,
    ],
  ];
  test.each(cases)('%s', async (_what, bytes, code, message) => {
    await expect(verify(bytes)).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
  });

  test('if it does not exist or is a folder', async () => {
    await expect(verifyBackup(join(folder, 'none'), [])).rejects.toMatchObject({
      code: 'NO_FILE',
      message: expect.stringMatching(/ENOENT/),
    });
    await expect(verifyBackup(folder, [])).rejects.toMatchObject({ code: 'NO_FILE' });
  });
});
