/** What the notes beside a text become: the history of the text and its authority, as data, and to the letter as well. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { historyIn } from '../../../src/import/ecfr/analyze/history.ts';
import { derivePart } from '../../../src/import/ecfr/derive/derive-part.ts';
import { unreadNotesIn } from '../../../src/import/ecfr/derive/history.ts';
import { NOTHING_KNOWN } from '../../../src/import/ecfr/derive/known-to-law.ts';
import { flatten } from '../../../src/import/ecfr/provisions/flatten.ts';
import { readEcfr } from '../../../src/import/ecfr/read/read-ecfr.ts';
import type { RegulationRecord } from '../../../src/model/records.ts';
import { faultsOf } from '../../../src/store/validate.ts';
import { hasRealData, REAL_FILES, realFile } from '../../setup/real-data.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const notes = (amendments: string) => ({ amendments, notes: [] });
const said = (note: string) => historyIn(notes(note)).entries.map(({ kind, citation }) => `${kind} ${citation}`);

async function partsOf(file: string) {
  const parts = [];
  for await (const { text } of readEcfr({ file })) parts.push(text);
  return parts;
}

describe('a note on the history of a text', () => {
  test.each([
    ['[70 FR 8, Jan. 5, 2005]', ['PUBLISHED 70 FR 8']],
    ['[70 FR 8, Jan. 5, 2005; 70 FR 90, Feb. 1, 2005]', ['PUBLISHED 70 FR 8', 'PUBLISHED 70 FR 90']],
    [
      '[70 FR 8, Jan. 5, 2005, as amended at 71 FR 9, Mar. 6, 2006; 72 FR 10, May 7, 2007]',
      ['PUBLISHED 70 FR 8', 'AMENDED 71 FR 9', 'AMENDED 72 FR 10'],
    ],
    [
      '[T.D. 12, 45 FR 7, Apr. 8, 1980. Redesignated at 50 FR 11, June 2, 1985, and amended at 51 FR 12, July 3, 1986]',
      ['PUBLISHED 45 FR 7', 'REDESIGNATED 50 FR 11', 'AMENDED 51 FR 12'],
    ],
    ['[Redesignated and amended at 50 FR 11, June 2, 1985]', ['REDESIGNATED 50 FR 11', 'AMENDED 50 FR 11']],
    ['[70 FR 8, Jan. 5, 2005; corrected at 70 FR 99, Mar. 3, 2005]', ['PUBLISHED 70 FR 8', 'CORRECTED 70 FR 99']],
    ['[70 F.R. 8, Jan. 5, 2005; stayed at 70 FR 99, Mar. 3, 2005]', ['PUBLISHED 70 FR 8', 'STAYED 70 FR 99']],
  ])('%s', (note, expected) => {
    expect(said(note)).toEqual(expected);
    expect(historyIn(notes(note)).unread).toEqual([]);
  });

  test('has pages, dates, and days on which they take effect', () => {
    const { entries } = historyIn(notes('[79 FR 100, 104-109, Dec.1, 2014, eff. Mar. 2, 2015; 80 FR 7, Jan. 2,2015]'));
    const both = { kind: 'PUBLISHED', publishedOn: '2014-12-01', effectiveOn: '2015-03-02' };
    expect(entries).toEqual([
      { ...both, citation: '79 FR 100', quote: '79 FR 100, 104-109, Dec.1, 2014' },
      { ...both, citation: '79 FR 104', lastPage: 109, quote: '79 FR 100, 104-109, Dec.1, 2014' },
      { kind: 'PUBLISHED', citation: '80 FR 7', publishedOn: '2015-01-02', quote: '80 FR 7, Jan. 2,2015' },
    ]);
  });

  test.each([
    ['[9 FR 4, Jan. 5, 2005]', '9 FR 4, Jan. 5, 2005'], // volume 9 is of 1944
    ['[70 FR 8]', '[70 FR 8]'],
    ['[70 FR 8, Jan. 35, 2005]', '70 FR 8, Jan. 35, 2005'],
    ['[Order of the yard, 1999]', '[Order of the yard, 1999]'],
  ])('%s cannot be read, which is told', (note, unread) => {
    expect(historyIn(notes(note))).toEqual({ entries: [], unread: [unread] });
  });
});

describe('a file with notes', () => {
  test('becomes records with the history of each provision', async () => {
    const [text] = await partsOf(at('golden/notes/sails.xml'));
    if (text === undefined) throw new Error('no part');
    const { records } = derivePart([{ asOf: '2034-02-01', text }], NOTHING_KNOWN);
    expect(faultsOf('ecfr:99-12', records)).toEqual([]);
    const lines = [...records.entities, ...records.relations.filter(({ type }) => type === 'AUTHORIZED_BY')];
    await expect(lines.map((one) => `${JSON.stringify(one)}\n`).join('')).toMatchFileSnapshot(
      at('golden/notes/sails.jsonl'),
    );
    expect(unreadNotesIn(flatten(text))).toEqual([
      'A note in 99 CFR 12.2 is imported as text only, because it does not contain a valid citation: 7 FR 92, July 7, 2012',
      'A note in 99 CFR 12.2 is imported as text only, because it does not contain a valid citation: [Order of the yard, 1999]',
    ]);
  });

  test('of several days keeps the pages that a later note leaves out, and only the pending pages of the last', async () => {
    const [late] = await partsOf(at('golden/notes/sails.xml'));
    if (late === undefined) throw new Error('no part');
    const early = structuredClone(late);
    for (const one of early.division.children) {
      one.amendments = '[60 FR 5, Jan. 3, 1995]';
      one.effectiveDateNotes = ['Link to an amendment published at 61 FR 6, Feb. 4, 1996.'];
    }
    const { records } = derivePart(
      [
        { asOf: '1996-02-05', text: early },
        { asOf: '2034-02-01', text: late },
      ],
      NOTHING_KNOWN,
    );
    const mast = records.entities.find(({ id }) => id === 'Regulation:99-CFR-12.1') as RegulationRecord;
    expect(mast.historyCitations?.slice(0, 2)).toEqual(['60 FR 5', '72 FR 51']);
    expect(mast.historySources?.slice(0, 2)).toEqual(['Source:ecfr-99-12-1996-02-05', 'Source:ecfr-99-12-2034-02-01']);
    expect(mast.historyCitations).not.toContain('61 FR 6');
  });
});

describe.skipIf(!hasRealData)('every real file', () => {
  test.each(REAL_FILES)('%s: no page of a note is lost, and each quote stands in its note', async (name) => {
    const xml = readFileSync(realFile(name), 'utf8');
    // Counted without the reader: every page in the notes of the file, once their dates are taken out.
    const printed = [...xml.matchAll(/<(CITA|SOURCE|XREF|EFFDNOT)\b[^>]*>([\s\S]*?)<\/\1>/g)].map(([, , inside]) =>
      (inside ?? '').replace(/<[^>]+>/g, '').replace(/[A-Z][a-z]+\.?\s*\d{1,2},\s*\d{4}/g, 'day'),
    );
    const pages = printed.flatMap((note) =>
      (note.match(/\d+ FR \d+(?:, \d+)*/g) ?? []).flatMap((one) => one.split(',')),
    );
    let found = 0;
    for (const text of await partsOf(realFile(name))) {
      for (const provision of flatten(text)) {
        const { entries, unread } = historyIn(provision);
        found += entries.length + unread.length;
        const all = [provision.source, provision.amendments, ...(provision.effectiveDateNotes ?? [])].join('\n');
        for (const { quote } of entries) expect(all).toContain(quote);
      }
    }
    expect(found).toBe(pages.length);
  });
});
