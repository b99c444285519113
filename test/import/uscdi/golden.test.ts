/**
 * Two made-up tables, in the two ways in which real ones are written, joined to a made-up guide. What they become is beside
 * them; after a wanted change: `npx vitest run test/import/uscdi/golden.test.ts -u`, and read the difference.
 */
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { deriveUscdi } from '../../../src/import/uscdi/derive.ts';
import type { JoinMiss } from '../../../src/import/uscdi/join.ts';
import { readTable } from '../../../src/import/uscdi/read.ts';
import { Structures } from '../../../src/import/uscdi/structures.ts';
import type { ImportRecords } from '../../../src/model/records.ts';
import { faultsOf } from '../../../src/store/validate.ts';
import { kites } from './guide.ts';

const at = (name: string) => fileURLToPath(new URL(`golden/${name}`, import.meta.url));
const SOURCE = { id: 'Source:uscdi-v3', name: 'Kites' };
const derive = async (name: string, structures = kites()) =>
  deriveUscdi((await readTable(at(`${name}.csv`))).rows, 'v3', SOURCE, structures);
const lines = ({ sources, entities, relations }: ImportRecords, misses: readonly JoinMiss[]) =>
  [...sources, ...entities, ...relations, ...misses].map((record) => `${JSON.stringify(record)}\n`).join('');

describe.each([
  ['commas', { classes: 2, elements: 5, profiles: { joined: 7, total: 8 }, paths: { joined: 8, total: 11 } }],
  ['bars', { classes: 2, elements: 5, profiles: { joined: 9, total: 10 }, paths: { joined: 12, total: 13 } }],
])('%s', (name, figures) => {
  test('becomes valid records', async () => {
    const { records, misses, ...counted } = await derive(name);
    expect(faultsOf('uscdi:v3', records)).toEqual([]);
    expect(counted).toEqual(figures);
    await expect(lines(records, misses)).toMatchFileSnapshot(at(`${name}.jsonl`));
  });

  test('has the same classes and elements without a guide, and keeps names as text', async () => {
    const [joined, alone] = [await derive(name), await derive(name, new Structures('', [], []))];
    const ids = ({ records }: typeof alone) => records.entities.map(({ id }) => id);
    expect(ids(alone)).toEqual(ids(joined));
    expect(alone.records.relations.filter(({ type }) => type !== 'PART_OF')).toEqual([]);
    expect([alone.profiles.joined, alone.paths.joined]).toEqual([0, 0]);
    expect(alone.paths.total).toBe(joined.paths.total);
    const kept = alone.records.entities.flatMap((one) => ('unmapped' in one ? (one.unmapped ?? []) : []));
    // A word in the column for resources may be one, where nobody knows FHIR.
    const named = joined.misses.filter(({ column }) => column !== 'resource_type');
    for (const { text } of named) expect(kept).toContain(text);
  });
});

test('reports unknown columns, and cells without a heading', async () => {
  const { rows, unread } = await readTable(at('bars.csv'));
  expect(unread).toEqual(['weather']);
  expect(rows.flatMap(({ row, stray }) => stray.map((one) => ({ row, ...one })))).toEqual([
    { row: 7, column: 13, text: '7' },
  ]);
});
