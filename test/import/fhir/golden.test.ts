/**
 * Two made-up packages become records. What they become is beside them; after a wanted change:
 * `npx vitest run test/import/fhir/golden.test.ts -u`, and read the difference.
 */
import { describe, expect, test } from 'vitest';
import { derive } from '../../../src/import/fhir/derive/derive.ts';
import { guideOf } from '../../../src/import/fhir/derive/guide-version.ts';
import type { KnownToGuides } from '../../../src/import/fhir/derive/known-to-guides.ts';
import { readContent } from '../../../src/import/fhir/read/read-content.ts';
import type { ImportRecords } from '../../../src/model/records.ts';
import { faultsOf } from '../../../src/store/validate.ts';
import { changed, filesOf, fixture, scratch } from './packages.ts';

const NOTHING: KnownToGuides = { guides: [], described: new Set(), organizations: new Map() };
const { put, tgz, directory } = scratch();

const lines = ({ sources, entities, relations }: ImportRecords) =>
  [sources.map(({ sha256: _, ...source }) => source), entities, relations]
    .flatMap((records) => [...records].sort((a, b) => (a.id < b.id ? -1 : 1)))
    .map((record) => `${JSON.stringify(record)}\n`)
    .join('');

async function derived(file: string, known = NOTHING, concepts = true) {
  const content = await readContent(file, { concepts });
  const guide = guideOf(content, known.guides);
  return { guide, content, ...derive(content, guide, known) };
}

describe.each(['core', 'guide'])('the package "%s"', (name) => {
  test('becomes valid records', async () => {
    const { records, guide } = await derived(fixture(name));
    expect(faultsOf(guide.origin, records)).toEqual([]);
    await expect(lines(records)).toMatchFileSnapshot(fixture(`${name}.jsonl`));
  });

  test('gives the same records as a folder and as an archive in any order', async () => {
    const { records } = await derived(fixture(name));
    const files = await filesOf(name);
    const reversed = Object.fromEntries(Object.entries(files).reverse());
    const one = await derived(await tgz(`${name}-1.tgz`, files));
    expect(lines(one.records)).toBe(lines(records));
    expect(lines((await derived(await tgz(`${name}-2.tgz`, reversed))).records)).toBe(lines(records));
    expect(one.content.sha256).toMatch(/^[0-9a-f]{64}$/);
  });
});

test('counts what was derived', async () => {
  const core = await derived(fixture('core'));
  expect(core.counts).toEqual({
    ...{ STANDARD: 1, VERSION: 1, RESOURCE: 1, DATA_TYPE: 3, VALUE_SET: 1, CODE_SYSTEM: 1 },
    ELEMENT: 7 + 1 + 2 + 2,
  });
  expect(core.concepts).toEqual({ terms: 4, aliases: 1 });
  const guide = await derived(fixture('guide'));
  expect(guide.withoutSnapshot).toEqual(['kite-guide/1.0.0/odd-kite', 'kite-guide/1.0.0/windy-kite']);
  // The package that it depends on may have the base of odd-kite: only its import will tell.
  expect(guide.baseless).toEqual([]);
  expect((await derived(fixture('core'), NOTHING, false)).concepts).toEqual({ terms: 0, aliases: 0 });
});

test('reads a folder with the files, and one with their folder, as the same package', async () => {
  const files = Object.entries(await filesOf('guide')).map(([name, text]) => [name.replace('package/', ''), text]);
  const inside = await derived(await directory('flat', Object.fromEntries(files)));
  const outside = await derived(fixture('guide'));
  expect(lines(inside.records)).toBe(lines(outside.records));
  expect(inside.content.sha256).toBe(outside.content.sha256);
});

describe('a loose file', () => {
  const kite = async () => JSON.parse((await filesOf('core'))['package/StructureDefinition-Kite.json'] ?? '');

  test('gives the same records as the package, without the guide that others describe', async () => {
    const file = await put(
      'bundle.json',
      JSON.stringify({ resourceType: 'Bundle', entry: [{ resource: await kite() }] }),
    );
    const known = { ...NOTHING, described: new Set(['fhir', 'fhir/4.0.9']) };
    const { records, guide } = await derived(file, known);
    expect(guide.origin).toBe('fhir:fhir/4.0.9:bundle');
    const whole = (await derived(fixture('core'))).records;
    const ids = records.entities.map(({ id }) => id);
    expect(ids).toHaveLength(8);
    expect(records.entities).toEqual(whole.entities.filter(({ id }) => ids.includes(id)));
    const alone = (await derived(file)).records.entities.map(({ id }) => id);
    expect(alone).toEqual(expect.arrayContaining(['Standard:fhir', 'Standard:fhir/4.0.9', ...ids]));
  });

  test('has the version of most of its resources', async () => {
    const one = await kite();
    const odd = { ...one, id: 'Odd', url: `${one.url}Odd`, version: '5.0.0', fhirVersion: '5.0.0' };
    const more = { ...one, id: 'More', url: `${one.url}More` };
    const entry = [odd, one, more].map((resource) => ({ resource }));
    const { guide } = await derived(await put('mixed.json', JSON.stringify({ resourceType: 'Bundle', entry })));
    expect([guide.key, guide.version]).toEqual(['fhir', '4.0.9']);
  });
});

test('uses the key of a guide that another import described by canonical URL', async () => {
  const guides = [{ key: 'kites', canonical: 'http://hl7.org/fhir/uv/kite-guide' }];
  const { records } = await derived(fixture('guide'), { ...NOTHING, guides });
  const ids = records.entities.map(({ id }) => id);
  expect(ids).toContain('Standard:kites/1.0.0/safe-kite.part:line.name');
  expect(ids.filter((id) => id.includes('kite-guide'))).toEqual([]);
});

test('joins a known publisher', async () => {
  const organizations = new Map([['society of kites', 'Organization:kites']]);
  const { records } = await derived(fixture('guide'), { ...NOTHING, organizations });
  expect(records.entities.filter(({ kind }) => kind === 'ORGANIZATION')).toEqual([]);
  const published = records.relations.filter(({ type }) => type === 'PUBLISHED_BY');
  expect([...new Set(published.map(({ to }) => to))]).toEqual(['Organization:kites']);
});

test('refuses two resources with one key and names both files', async () => {
  const files = await filesOf('guide');
  const twin = JSON.parse(files['package/StructureDefinition-maker.json'] ?? '');
  const file = await tgz('twins.tgz', { ...files, 'package/StructureDefinition-twin.json': JSON.stringify(twin) });
  await expect(derived(file)).rejects.toThrow(
    /StructureDefinition-twin\.json: kite-guide\/1\.0\.0\/maker is also in .*StructureDefinition-maker\.json/,
  );
  const element = changed(files, 'package/StructureDefinition-maker.json', (json) => {
    const [root, url] = (json.snapshot as { element: object[] }).element;
    return { ...json, snapshot: { element: [root, url, url] } };
  });
  await expect(derived(await tgz('twice.tgz', element))).rejects.toThrow(
    /kite-guide\/1\.0\.0\/maker\.url occurs twice in the file/,
  );
});
