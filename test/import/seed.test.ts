/**
 * Seeds: the form of their files held by golden folders, and the seed that ships held to what it promises.
 *
 * `seed/<case>/` is an input. What it becomes is beside it: `<case>.jsonl`, its records one a line, or `<case>.txt`, what
 * is said of it. After a wanted change: `npx vitest run test/import/seed.test.ts -u`, and read the difference.
 */
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { checkSeed } from '../../src/import/seed/index.ts';
import { formatRemark } from '../../src/store/errors.ts';
import { faultsOf } from '../../src/store/validate.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const lines = (items: readonly unknown[]) => items.map((item) => `${JSON.stringify(item)}\n`).join('');

describe('a seed', () => {
  test('becomes records that an import accepts', async () => {
    const { records, faults, notes, counts } = await checkSeed(at('seed/whole'));
    expect(faults).toEqual([]);
    expect(faultsOf('seed', records)).toEqual([]);
    expect(notes.map(formatRemark)).toEqual([
      'whole/sources/all.yaml:3: the source "unused" is not used by any file',
      'whole/terms/chart.md:8: the alias "Record" is shared by Term:chart, Term:file',
      'whole/terms/sheet.md:4: the alias "Kit" for Term:sheet is also the name of Standard:kit, which the term describes',
    ]);
    expect(counts).toEqual({
      entities: records.entities.length,
      relations: records.relations.length,
      sources: records.sources.length,
    });
    await expect(lines([...records.sources, ...records.entities, ...records.relations])).toMatchFileSnapshot(
      at('seed/whole.jsonl'),
    );
  });

  test.each([
    ['in its files', 'faulty'],
    ['between them', 'loose'],
  ])('names all faults %s, each with file and line', async (_where, folder) => {
    const { faults } = await checkSeed(at(`seed/${folder}`));
    await expect(`${faults.map(formatRemark).join('\n')}\n`).toMatchFileSnapshot(at(`seed/${folder}.txt`));
  });

  test('reads the same with the line ends and the byte order mark of Windows', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'glossograph-seed-'));
    try {
      await writeFile(join(folder, 'statutes.yaml'), '\uFEFF- slug: act\r\n  citation: x\r\n  name: An act\r\n');
      const { faults } = await checkSeed(folder);
      expect(faults.map(({ line, message }) => `${line}: ${message}`)).toEqual([
        '1: sources: is required',
        '1: summary: is required',
      ]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test('with invalid YAML reports that fault, and none that follows from it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'glossograph-seed-'));
    try {
      await cp(at('seed/whole'), folder, { recursive: true });
      await writeFile(join(folder, 'standards.yaml'), '- { key: kit,\n  name: Kit');
      await writeFile(join(folder, 'sources/all.yaml'), '- id: [');
      await writeFile(join(folder, 'terms/file.md'), '# File');
      const { faults } = await checkSeed(folder);
      expect(faults.map(({ file, line }) => `${file.replace(/^[^/]*/, '')}:${line}`)).toEqual([
        '/sources/all.yaml:1',
        '/standards.yaml:2',
        '/terms/file.md:1',
      ]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test('that does not exist is a fault', async () => {
    const { faults, counts } = await checkSeed(at('seed/nowhere'));
    expect(faults).toEqual([{ file: at('seed/nowhere'), message: 'the folder does not exist or cannot be read' }]);
    expect(counts).toEqual({ entities: 0, relations: 0, sources: 0 });
  });
});

describe('the seed that ships', async () => {
  const { records, faults } = await checkSeed(at('../../seed'));
  const terms = records.entities.filter((entity) => entity.kind === 'TERM');

  test('is sound', () => expect(faults.map(formatRemark)).toEqual([]));

  test('has at least sixty terms, each with takeaways and its four sections', () => {
    expect(terms.length).toBeGreaterThanOrEqual(60);
    for (const { slug, keyTakeaways, sectionHeadings, shortDefinition } of terms) {
      expect([slug, keyTakeaways.length > 0, shortDefinition !== undefined, sectionHeadings]).toEqual([
        slug,
        true,
        true,
        ['Definition', 'Example', 'Common misconceptions', 'Practical application'],
      ]);
    }
  });

  test('has every section of 45 CFR Part 171, and its ten exceptions', () => {
    const sections = records.entities
      .filter(
        (entity) =>
          entity.kind === 'REGULATION' && entity.level === 'SECTION' && entity.citation.startsWith('45 CFR 171.'),
      )
      .map(({ label }) => Number(label.split('.')[1]));
    const expected = [
      100, 101, 102, 103, 200, 201, 202, 203, 204, 205, 206, 300, 301, 302, 303, 400, 401, 402, 403, 1000, 1001, 1002,
      1100, 1101,
    ];
    expect(sections.sort((a, b) => a - b)).toEqual(expected);
    const exceptions = records.relations.filter(
      ({ type, to }) => type === 'EXCEPTION_TO' && to === 'Regulation:45-CFR-171.103',
    );
    expect(exceptions.map(({ from }) => from.split('.')[1]).sort()).toEqual([
      '201',
      '202',
      '203',
      '204',
      '205',
      '206',
      '301',
      '302',
      '303',
      '403',
    ]);
  });

  test('every relation has evidence with a source', () => {
    const sources = new Set(records.sources.map(({ id }) => id));
    for (const { id, evidence } of records.relations) {
      expect([id, evidence.length > 0 && evidence.every(({ sourceId }) => sources.has(sourceId))]).toEqual([id, true]);
    }
  });
});
