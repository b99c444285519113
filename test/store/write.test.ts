/** What the graph promises of an import: all or nothing, the same twice is nothing, and what it no longer states is deleted. */
import { beforeEach, describe, expect, test } from 'vitest';
import { type ImportRecords, type RelationRecord, relationId, type TermRecord } from '../../src/model/records.ts';
import { GLOSSOGRAPH } from '../../src/model/vocabulary.ts';
import { ImportError } from '../../src/store/errors.ts';
import { counts, dataVersion } from '../../src/store/status.ts';
import { writeImport } from '../../src/store/write.ts';
import { exportRecords } from '../setup/exported.ts';
import { testAddress } from '../setup/graph.ts';
import { testGraph } from '../setup/test-graph.ts';

const { driver, empty } = testGraph();
const { database } = testAddress();
beforeEach(() => empty());

const term = (slug: string, more: Partial<TermRecord> = {}): TermRecord => ({
  kind: 'TERM',
  vocabulary: 'glossograph',
  id: `Term:${slug}`,
  label: slug,
  slug,
  name: slug,
  keyTakeaways: [],
  sectionHeadings: [],
  sectionBodies: [],
  ...more,
});
const related = (a: string, b: string): RelationRecord => {
  const [from, to] = [`Term:${a}`, `Term:${b}`].sort() as [string, string];
  return {
    id: relationId('RELATED_TO', from, to),
    type: 'RELATED_TO',
    from,
    to,
    weight: 0.5,
    evidence: [{ rule: 'AUTHORED', sourceId: 'Source:x' }],
  };
};
const records = (entities: TermRecord[], relations: RelationRecord[] = []): ImportRecords => ({
  entities,
  relations,
  sources: [{ id: 'Source:x', name: 'X' }],
  vocabularies: [GLOSSOGRAPH],
});
const put = (origin: string, what: ImportRecords) => writeImport(driver(), database, { origin, records: what });
const exported = async () => {
  const lines: string[] = [];
  for await (const line of exportRecords(driver(), database)) lines.push(line);
  return lines;
};

describe('an import', () => {
  test('is written completely and counted', async () => {
    const { changed, dataVersion: version } = await put('seed', records([term('a'), term('b')], [related('a', 'b')]));
    expect(changed).toBe(true);
    expect(version).toMatch(/^[0-9a-f]{16}$/);
    expect(await counts(driver(), database)).toMatchObject({
      entities: { TERM: 2, ALIAS: 0 },
      relations: { RELATED_TO: 1, CITES: 0 },
    });
  });

  test('changes nothing the second time', async () => {
    const what = records([term('a'), term('b')], [related('a', 'b')]);
    const first = await put('seed', what);
    const before = await exported();
    expect(await put('seed', what)).toMatchObject({ changed: false, dataVersion: first.dataVersion });
    expect(await exported()).toEqual(before);
  });

  test('deletes what it no longer states', async () => {
    await put('seed', records([term('a'), term('b')], [related('a', 'b')]));
    await put('seed', records([term('a', { shortDefinition: 'short' })]));
    const lines = await exported();
    expect(lines.some((line) => line.includes('Term:b'))).toBe(false);
    expect(lines.some((line) => line.includes('"shortDefinition":"short"'))).toBe(true);
  });

  test('keeps what another import states', async () => {
    await put('seed', records([term('a'), term('b')]));
    await put('other', records([term('b'), term('c')], [related('b', 'c')]));
    await put('seed', records([term('a')]));
    expect(await counts(driver(), database)).toMatchObject({ entities: { TERM: 3 }, relations: { RELATED_TO: 1 } });
  });

  test('gives the same graph and data version in any order of imports', async () => {
    const [one, two] = [
      records([term('a', { category: 'x' }), term('b')], [related('a', 'b')]),
      records([term('b', { category: 'y' })]),
    ];
    await put('seed', one);
    await put('other', two);
    const [lines, version] = [await exported(), await dataVersion(driver(), database)];
    await empty();
    await put('other', two);
    await put('seed', one);
    expect(await exported()).toEqual(lines);
    expect(await dataVersion(driver(), database)).toBe(version);
  });

  test('is all or nothing', async () => {
    await put('seed', records([term('a')]));
    const before = [await exported(), await dataVersion(driver(), database)];
    // The second breaks a constraint in the database itself: two terms of one slug.
    await expect(put('other', records([term('b'), term('c', { slug: 'a' })]))).rejects.toThrow(ImportError);
    await expect(put('other', records([term('b')], [related('b', 'nowhere')]))).rejects.toThrow(ImportError);
    expect([await exported(), await dataVersion(driver(), database)]).toEqual(before);
  });

  test('names every fault of its records', async () => {
    const what = records([term('a'), term('a')], [{ ...related('a', 'b'), evidence: [] }]);
    await expect(put('seed', what)).rejects.toThrow(/Term:a: occurs twice/);
    await expect(put('seed', what)).rejects.toThrow(/evidence/);
  });
});
