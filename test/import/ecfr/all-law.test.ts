/** What holds for every file of the eCFR that is there: what is printed is read back and sorts, and no statute is invented. */
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { derivePart } from '../../../src/import/ecfr/derive/derive-part.ts';
import { NOTHING_KNOWN } from '../../../src/import/ecfr/derive/known-to-law.ts';
import { readEcfr } from '../../../src/import/ecfr/read/read-ecfr.ts';
import { formatCitation, regulationId } from '../../../src/model/citation.ts';
import { parseCitation, parseRegulationId } from '../../../src/model/citations/parse.ts';
import { groupBy } from '../../../src/model/group.ts';
import type { ImportRecords, RegulationRecord } from '../../../src/model/records.ts';
import { hasRealData, realFile } from '../../setup/real-data.ts';

const FILES = hasRealData ? readdirSync(realFile('.')).filter((name) => name.endsWith('.xml')) : [];

/** The records of each part of a file. */
async function partsOf(file: string): Promise<ImportRecords[]> {
  const parts: ImportRecords[] = [];
  for await (const { text } of readEcfr({ file: realFile(file) })) {
    parts.push(derivePart([{ asOf: '2026-01-01', text }], NOTHING_KNOWN).records);
  }
  return parts;
}
const provisionsOf = ({ entities }: ImportRecords) =>
  entities.filter((one): one is RegulationRecord => one.kind === 'REGULATION');

describe.skipIf(!hasRealData).each(FILES.length > 0 ? FILES : ['no files'])('%s', (file) => {
  test('every id and citation is read back from what it prints', async () => {
    for (const part of await partsOf(file)) {
      for (const { id, citation } of provisionsOf(part)) {
        const read = parseCitation(citation);
        expect(read && formatCitation(read), citation).toBe(citation);
        const again = parseRegulationId(id.slice('Regulation:'.length));
        expect(again && regulationId(again), id).toBe(id);
      }
    }
  });

  test('provisions of one level sort as their file does', async () => {
    for (const part of await partsOf(file)) {
      const places = new Map(
        part.relations.flatMap(({ type, from, to, position = 0 }) =>
          type === 'PART_OF' ? [[from, { to, position }]] : [],
        ),
      );
      const siblings = groupBy(provisionsOf(part), ({ id, level }) => `${places.get(id)?.to} ${level}`);
      for (const group of siblings.values()) {
        const byFile = [...group].sort((a, b) => (places.get(a.id)?.position ?? 0) - (places.get(b.id)?.position ?? 0));
        const byKey = [...group].sort((a, b) => (a.sortKey < b.sortKey ? -1 : 1));
        expect(byKey.map(({ citation }) => citation)).toEqual(byFile.map(({ citation }) => citation));
      }
    }
  });

  test('every statute is named whole by a text, and a range is its two ends', async () => {
    for (const { entities, relations } of await partsOf(file)) {
      for (const statute of entities.filter(({ kind }) => kind === 'STATUTE')) {
        const naming = relations.filter(({ to, rangeTo }) => to === statute.id || rangeTo === statute.id);
        const number = /\S+$/.exec(statute.label)?.[0] ?? '';
        const named = naming.some(({ evidence, rangeTo }) =>
          evidence.some(({ quote = '' }) => namesWhole(quote, number, rangeTo !== undefined)),
        );
        expect(named, `${statute.label}: ${naming.map(({ evidence }) => evidence[0]?.quote).join(' | ')}`).toBe(true);
      }
    }
  });
});

/** Whether words have a number that is not the start or the end of a longer one, unless a hyphen makes a range of it. */
function namesWhole(words: string, number: string, isRange: boolean): boolean {
  const plain = words.replace(/[–‐‑]/g, '-');
  for (let at = plain.indexOf(number); at >= 0; at = plain.indexOf(number, at + 1)) {
    const before = plain.slice(0, at);
    const after = plain.slice(at + number.length);
    const isCut = /[A-Za-z\d.]$|\d-$/.test(before) || /^(?:[A-Za-z\d]|\.\d|-\d)/.test(after);
    // "1320d-1320d-9" and "4151-4157" are ranges of two whole numbers: the second is no shorter than the first.
    const second = /^-([A-Za-z\d]+)/.exec(after)?.[1] ?? '';
    if (!isCut || (isRange && /\d-$/.test(before)) || second.length >= number.length) return true;
  }
  return false;
}
