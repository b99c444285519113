/**
 * The importer of the eCFR on a made-up part in the three dialects of its XML. What it becomes is beside it; after a wanted
 * change: `npx vitest run test/import/ecfr/golden.test.ts -u`, and read the difference.
 */
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { derivePart } from '../../../src/import/ecfr/derive/derive-part.ts';
import { NOTHING_KNOWN } from '../../../src/import/ecfr/derive/known-to-law.ts';
import { addEdition, type Edition, packEdition, unpackEdition } from '../../../src/import/ecfr/edition.ts';
import { readEcfr } from '../../../src/import/ecfr/read/read-ecfr.ts';
import type { ImportRecords } from '../../../src/model/records.ts';
import { faultsOf } from '../../../src/store/validate.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const lines = ({ sources, entities, relations }: ImportRecords) =>
  [sources, entities, relations]
    .flatMap((records) => [...records].sort((a, b) => (a.id < b.id ? -1 : 1)))
    .map((record) => `${JSON.stringify(record)}\n`)
    .join('');

async function edition(file: string, asOf = '2026-01-03'): Promise<Edition> {
  for await (const { text } of readEcfr({ file: at(`golden/${file}`) })) return { asOf, text };
  throw new Error(`${file} has no part`);
}

test('derives valid records from a part', async () => {
  const { records, counts } = derivePart([await edition('kites.ecfr.xml')], NOTHING_KNOWN);
  expect(faultsOf('ecfr:99-7', records)).toEqual([]);
  expect(counts).toEqual({
    provisions: { TITLE: 1, PART: 1, SUBPART: 6, SECTION: 5, PARAGRAPH: 34, APPENDIX: 1 },
    definitions: 8,
  });
  await expect(lines(records)).toMatchFileSnapshot(at('golden/kites.jsonl'));
});

test.each(['kites.dlps.xml', 'kites.api.xml'])('%s gives the same records', async (file) => {
  const [one, other] = [await edition('kites.ecfr.xml'), await edition(file)];
  // A file of the older dialect can be one of several volumes, so it does not say that it has the part in full.
  expect(other.text.whole).toBe(file === 'kites.dlps.xml' ? undefined : true);
  other.text = { ...other.text, whole: true };
  expect(lines(derivePart([other], NOTHING_KNOWN).records)).toBe(lines(derivePart([one], NOTHING_KNOWN).records));
});

test('reads the date of the last amendment when the file states it', async () => {
  for await (const { amendedOn } of readEcfr({ file: at('golden/kites.dlps.xml') }))
    expect(amendedOn).toBe('2026-01-03');
  for await (const { amendedOn } of readEcfr({ file: at('golden/kites.api.xml') })) expect(amendedOn).toBeUndefined();
});

describe('editions', () => {
  test('give the same records in any order', async () => {
    const [early, late] = [await edition('kites-2020.xml', '2020-05-01'), await edition('kites.api.xml')];
    const first = addEdition(addEdition([], early), late);
    const second = addEdition(addEdition([], late), early);
    expect(lines(derivePart(second, NOTHING_KNOWN).records)).toBe(lines(derivePart(first, NOTHING_KNOWN).records));
    await expect(lines(derivePart(first, NOTHING_KNOWN).records)).toMatchFileSnapshot(at('golden/kites-in-time.jsonl'));
  });

  test('of one day are merged section by section', async () => {
    const [some, whole] = [await edition('kites-2020.xml', '2026-01-03'), await edition('kites.api.xml')];
    for (const order of [[some, whole] as const, [whole, some] as const]) {
      const [joined, ...others] = addEdition(addEdition([], order[0]), order[1]);
      expect(others).toEqual([]);
      expect(joined && lines(derivePart([joined], NOTHING_KNOWN).records)).toBe(
        lines(derivePart([whole], NOTHING_KNOWN).records),
      );
    }
  });

  test('are stored unchanged', async () => {
    const { text } = await edition('kites.api.xml');
    expect(unpackEdition(packEdition(text))).toEqual(text);
  });
});
