/** What the law adopts: every paragraph that adopts something, with its words, in made-up law and in 45 CFR Part 170. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { adoptionsOf } from '../../../src/import/ecfr/analyze/adoptions.ts';
import { derivePart } from '../../../src/import/ecfr/derive/derive-part.ts';
import { NOTHING_KNOWN } from '../../../src/import/ecfr/derive/known-to-law.ts';
import { flatten } from '../../../src/import/ecfr/provisions/flatten.ts';
import type { PartText } from '../../../src/import/ecfr/read/part-text.ts';
import { readEcfr } from '../../../src/import/ecfr/read/read-ecfr.ts';
import { groupBy } from '../../../src/model/group.ts';
import { faultsOf } from '../../../src/store/validate.ts';
import { hasRealData, REAL, realFile } from '../../setup/real-data.ts';

const boats = fileURLToPath(new URL('golden/adoptions/boats.xml', import.meta.url));

async function partOf(file: string): Promise<PartText> {
  for await (const { text } of readEcfr({ file })) return text;
  throw new Error(`${file} has no part`);
}

function adoptedIn(part: PartText) {
  const texts = flatten(part).filter(({ text }) => text !== undefined);
  return [...groupBy(texts, ({ unitId }) => unitId).values()].flatMap((unit) => adoptionsOf(unit));
}

test('a paragraph adopts what it names, from and until the days that the text states', async () => {
  const found = adoptedIn(await partOf(boats)).map(({ by, key = '', quote, from = '', to = '' }) =>
    [by.id.replace('Regulation:99-CFR-', ''), key, from, to, (by.text ?? '').slice(...quote)].join(' | '),
  );
  expect(found).toEqual([
    '14.1(a)(1) |  |  |  | Plank Guide, Version 4',
    '14.1(b) |  |  | 2031-01-01 | Plate Guide, Release 2',
    '14.1(b) |  |  | 2031-01-01 | Rivet Guide, Release 1',
    '14.1(c)(1) |  |  |  | Any paint that is approved in Annex A of the Paint Book',
    '14.1(c)(2) |  |  |  | Colors must be coded with the chart in paragraph (c)(1) of this section, attributed as follows',
    '14.1(d) | us-core/6.1.0 |  |  | US Core Implementation Guide STU 6.1.0',
    '14.2(a)(1) |  | 2030-03-01 | 2032-07-01 | Signal codes, as maintained by the harbor, for the following flags',
    '14.2(b) |  | 2030-03-01 |  | Night codes of the harbor',
    '14.3 |  |  |  | the keel number as the standard boat number',
    '14.6 |  |  |  | Knot Book, Edition 3',
  ]);
});

test('an adoption without a stated start has none, and is known from the day of the first edition that has it', async () => {
  const late = await partOf(boats);
  const early = structuredClone(late);
  for (const unit of early.division.children)
    for (const block of 'blocks' in unit ? unit.blocks : []) block.text = block.text.replace('Version 4', 'Version 3');
  const { records } = derivePart(
    [
      { asOf: '2030-05-01', text: early },
      { asOf: '2031-05-01', text: late },
    ],
    NOTHING_KNOWN,
  );
  expect(faultsOf('ecfr:99-14', records)).toEqual([]);
  const days = (id: string) =>
    records.relations
      .filter(({ type, from }) => type === 'ADOPTS' && from === `Regulation:99-CFR-14.${id}`)
      .map(({ text, validFrom, validTo, knownFrom, validFromBasis }) => ({
        ...{ text, validFrom, validTo, knownFrom, validFromBasis },
      }));
  const none = { validFrom: undefined, validTo: undefined, validFromBasis: undefined };
  expect(days('1(a)(1)')).toEqual([
    { ...none, text: 'Plank Guide, Version 3', knownFrom: '2030-05-01', validTo: '2031-05-01' },
    { ...none, text: 'Plank Guide, Version 4', knownFrom: '2031-05-01' },
  ]);
  expect(days('2(b)')).toEqual([
    {
      ...{ text: 'Night codes of the harbor', validFrom: '2030-03-01', validFromBasis: 'STATED' },
      ...{ knownFrom: '2030-05-01', validTo: undefined },
    },
  ]);
});

describe.skipIf(!hasRealData)('45 CFR Part 170', () => {
  test('each paragraph of §§ 170.202 to 170.299 that adopts something is an adoption', async () => {
    // Counted without the importer: each printed paragraph that is labeled as a standard or a specification, and each other
    // one with words beside its designators and italics, but for items of a labeled list and words before a list.
    const xml = readFileSync(realFile(REAL.part170.file), 'utf8');
    const wanted: string[] = [];
    for (const [, number = '', inside = ''] of xml.matchAll(/<DIV8 N="(170\.2\d\d)"[^>]*>([\s\S]*?)<\/DIV8>/g)) {
      if (!inside.includes('The Secretary adopts the following')) continue;
      let inList = false;
      for (const [, printed = ''] of inside.matchAll(/<P>([\s\S]*?)<\/P>/g)) {
        const own = printed.replace(/<I>[^<]*<\/I>/g, '§').trim();
        const opening = /^(?:[\s§.—]*\(\w+\))+/.exec(own)?.[0] ?? '';
        const last = /\((\w+)\)$/.exec(opening)?.[1];
        const labeled = /<I>(?:Standard|Implementation [Ss]pecifications?)\.?<\/I>/.test(printed);
        inList = !labeled && inList && /^[ivx]+$/.test(last ?? '');
        const isEmpty =
          !/[a-z]{2}/.test(own.slice(opening.length)) || /^\W*-\(|\[Reserved\]/.test(own.slice(opening.length));
        if (last !== undefined && !inList && !isEmpty && !own.includes('The following are applicable'))
          wanted.push(`${number} ${last}`);
        inList ||= labeled && own.endsWith(':');
      }
    }
    const found = [
      ...new Set(
        adoptedIn(await partOf(realFile(REAL.part170.file))).map(({ by }) => by.id.replace('Regulation:45-CFR-', '')),
      ),
    ].map((id) => `${/^[\d.]+/.exec(id)?.[0]} ${/\((\w+)\)$/.exec(id)?.[1]}`);
    expect(wanted.length).toBeGreaterThan(80);
    expect(wanted.filter((one, i) => wanted.indexOf(one) === i && !found.includes(one))).toEqual([]);
    expect(found).toEqual(wanted);
  });
});
