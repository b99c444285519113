/** What is no package, or holds what cannot be, is refused with the place, and nothing is written. */
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { importFhir } from '../../../src/import/fhir/import.ts';
import { ImportError } from '../../../src/store/errors.ts';
import { counts } from '../../../src/store/status.ts';
import { testAddress } from '../../setup/graph.ts';
import { testGraph } from '../../setup/test-graph.ts';
import { changed, type Files, filesOf, fixture, scratch } from './packages.ts';

const { driver } = testGraph();
const { database } = testAddress();
const { put, tgz, directory } = scratch();

/** The sound package before it is taken back, too. */
async function refused(file: string, message: RegExp) {
  const imported = importFhir(driver(), database, { files: [fixture('core'), file], concepts: true });
  await expect(imported).rejects.toThrow(ImportError);
  await expect(imported).rejects.toThrow(message);
  expect((await counts(driver(), database)).entities.STANDARD).toBe(0);
}

const MAKER = 'package/StructureDefinition-maker.json';
const SAFE = 'package/StructureDefinition-safe-kite.json';
const SYSTEM = 'package/CodeSystem-part-names.json';
const base = (files: Files, name: string, baseDefinition: string) =>
  changed(files, name, (json) => ({ ...json, baseDefinition }));

describe('packages', () => {
  const cases: [string, (files: Files) => Files, RegExp][] = [
    [
      'no package.json',
      ({ 'package/package.json': _, ...files }) => files,
      /no-package-json\.tgz: The file is not a FHIR package: package\/package\.json is missing/,
    ],
    [
      'package.json without name and version',
      (files) => changed(files, 'package/package.json', ({ name: _, version: __, ...json }) => json),
      /package\.json: package\.json\.name: [\s\S]*package\.json: package\.json\.version: /,
    ],
    [
      'malformed JSON',
      (files) => ({ ...files, [MAKER]: '{\n  "resourceType": "StructureDefinition",\n  "id" "maker" }' }),
      /malformed-json\.tgz\/package\/StructureDefinition-maker\.json:3:8: The file contains a JSON syntax error at this position/,
    ],
    [
      'JSON that ends too early',
      (files) => ({ ...files, [MAKER]: '{"a":\n[1,' }),
      /maker\.json:2:4: The file contains a JSON syntax error at this position/,
    ],
    [
      'neither snapshot nor differential',
      (files) => changed(files, MAKER, ({ snapshot: _, differential: __, ...json }) => json),
      /maker\.json: StructureDefinition maker must have a snapshot or a differential/,
    ],
    [
      'a wrong shape',
      (files) => changed(files, MAKER, (json) => ({ ...json, kind: 'cousin', id: 'a/b' })),
      /maker\.json: StructureDefinition\.id: [\s\S]*StructureDefinition\.kind: .*"complex-type"/,
    ],
    [
      'bases in a circle',
      (files) => {
        const url = (id: string) => `http://hl7.org/fhir/uv/kite-guide/StructureDefinition/${id}`;
        return base(base(files, MAKER, url('safe-kite')), SAFE, url('maker'));
      },
      /baseDefinition: the structures form a cycle: kite-guide\/1\.0\.0\/(maker|safe-kite) → .* → kite-guide/,
    ],
    [
      'its own base',
      (files) => base(files, MAKER, 'http://hl7.org/fhir/uv/kite-guide/StructureDefinition/maker|1.0.0'),
      /maker\.json: baseDefinition: the structures form a cycle: kite-guide\/1\.0\.0\/maker → kite-guide\/1\.0\.0\/maker/,
    ],
    [
      'a code that is there twice',
      (files) => changed(files, SYSTEM, (json) => ({ ...json, concept: [{ code: 'a', concept: [{ code: 'a' }] }] })),
      /CodeSystem: the code "a" occurs twice/,
    ],
    [
      'a concept without code',
      (files) => changed(files, SYSTEM, (json) => ({ ...json, concept: [{ code: 'a' }, { display: 'B' }] })),
      /CodeSystem: the concept after "a" must have a code/,
    ],
  ];
  test.each(cases)('%s', async (what, change, message) => {
    await refused(await tgz(`${what.replace(/\W+/g, '-').toLowerCase()}.tgz`, change(await filesOf('guide'))), message);
  });

  test('a folder that is not a package', async () => {
    await refused(
      await directory('no-package', { 'readme.md': 'nothing' }),
      /no-package: The file is not a FHIR package/,
    );
  });
});

describe('archives', () => {
  test('truncated, in the gzip or in the tar', async () => {
    const whole = await readFile(await tgz('whole.tgz', await filesOf('guide')));
    await refused(await put('cut.tgz', whole.subarray(0, whole.length / 2)), /cut\.tgz: The archive is truncated/);
    const tar = Buffer.alloc(2000);
    tar.write('package/a.json');
    await refused(await put('cut-inside.tgz', gzipSync(tar)), /cut-inside\.tgz: The file is not a gzipped tar archive/);
  });

  test('damaged, or not an archive', async () => {
    const whole = await readFile(await tgz('damaged.tgz', await filesOf('guide')));
    whole.fill(7, 200, 400);
    await refused(await put('damaged.tgz', whole), /damaged\.tgz: The file is not a gzip archive, or it is damaged/);
    await refused(await put('text.tgz', 'just text'), /text\.tgz: The file is not a gzip archive/);
    await refused(
      await put('inside.tgz', gzipSync('just text, '.repeat(200))),
      /The file is not a gzipped tar archive/,
    );
  });

  test.each([
    ['out.tgz', { name: '../out.json' }, /\.\.\/out\.json: The path points outside the archive/],
    ['absolute.tgz', { name: '/etc/x.json' }, /x\.json: The path points outside the archive/],
    ['link.tgz', { name: 'package/l.json', type: 'symlink', linkname: '/etc/passwd' }, /l\.json: The entry is a link/],
    ['twice.tgz', { name: 'package/package.json' }, /package\.json: The archive contains this file twice/],
  ] as const)('%s', async (name, header, message) => {
    await refused(await tgz(name, await filesOf('guide'), [header]), message);
  });

  test('too large', async () => {
    // A header that promises more than anybody sends: it is refused before a byte of it is read.
    const block = Buffer.alloc(512);
    block.write('package/StructureDefinition-big.json');
    block.write('77777777777', 124);
    block.write('        0', 148);
    block.write('ustar\x0000', 257);
    const sum = block.reduce((a, b) => a + b, 0);
    block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    await refused(
      await put('big.tgz', gzipSync(block)),
      /big\.json: The file is too large: 8589934591 bytes exceed the limit of \d+ bytes/,
    );
  });
});

describe('loose files', () => {
  const json = (value: unknown) => JSON.stringify(value);
  test.each([
    ['not-json.json', '[1,\n2', /not-json\.json:2:2: The file contains a JSON syntax error/],
    ['latin1.json', new Uint8Array([0x22, 0xe9, 0x22]), /latin1\.json:1:2: The file is not valid UTF-8/],
    [
      'patient.json',
      json({ resourceType: 'Patient' }),
      /patient\.json: The file must contain a StructureDefinition, ValueSet/,
    ],
    [
      'no-version.json',
      json({ resourceType: 'ValueSet', id: 'a', url: 'http://x/ValueSet/a' }),
      /must have a "version", which identifies/,
    ],
    ['no-url.json', json({ resourceType: 'ValueSet', id: 'a', version: '1' }), /must have a "url", which identifies/],
    [
      'no-id.json',
      json({ resourceType: 'Bundle', entry: [{ resource: { resourceType: 'ValueSet' } }] }),
      /ValueSet\.id/,
    ],
  ])('%s', async (name, text, message) => refused(await put(name, text), message));

  test('a file that does not exist', () =>
    refused(`${fixture('core')}/nowhere.json`, /cannot be read \(error code ENOENT\)/));
});
