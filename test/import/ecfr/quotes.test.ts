/** Each relation that was read from the law has its words: a passage of the text of the provision on that day, to the letter. */
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { derivePart } from '../../../src/import/ecfr/derive/derive-part.ts';
import { NOTHING_KNOWN } from '../../../src/import/ecfr/derive/known-to-law.ts';
import type { Edition } from '../../../src/import/ecfr/edition.ts';
import { readEcfr } from '../../../src/import/ecfr/read/read-ecfr.ts';
import type { ImportRecords, RegulationRecord, RelationRecord } from '../../../src/model/records.ts';
import { hasRealData, REAL_FILES, realFile } from '../../setup/real-data.ts';

const QUOTED = ['CITES', 'DEFINES', 'ADOPTS', 'EXCEPTION_TO', 'AUTHORIZED_BY'];
const golden = (name: string) => fileURLToPath(new URL(`golden/${name}`, import.meta.url));

async function editionsOf(file: string, asOf: string): Promise<Edition[]> {
  const editions: Edition[] = [];
  for await (const { text } of readEcfr({ file })) editions.push({ asOf, text });
  return editions;
}

/** The relations whose evidence is no passage of the provision: in its text now, in a text of the days when it held, in its authority. */
function unquoted({ entities, relations }: ImportRecords): string[] {
  const laws = new Map(entities.flatMap((one) => (one.kind === 'REGULATION' ? [[one.id, one] as const] : [])));
  return relations
    .filter(({ type }) => QUOTED.includes(type))
    .flatMap((relation) => {
      const texts = textsOf(laws.get(relation.from), relation);
      const found = relation.evidence.every(
        ({ rule, quote = '', start = -1, end = -1 }) =>
          rule === 'PARSED' && quote !== '' && texts.some((text) => text.slice(start, end) === quote),
      );
      return found ? [] : [relation.id];
    });
}

function textsOf(law: RegulationRecord | undefined, { type, validFrom = '', validTo }: RelationRecord): string[] {
  if (law === undefined) return [];
  if (type === 'AUTHORIZED_BY') return [law.authority ?? ''];
  if (validTo === undefined || law.formerFrom === undefined) return [law.text ?? ''];
  const { formerFrom, formerTo = [], formerText = [] } = law;
  const held = formerText.filter((_, i) => (formerFrom[i] ?? '') < validTo && (formerTo[i] ?? '') > validFrom);
  return [law.text ?? '', ...held];
}

const countOf = ({ relations }: ImportRecords) => relations.filter(({ type }) => QUOTED.includes(type)).length;

test('in made-up law, on one day and over two', async () => {
  for (const name of ['kites.ecfr.xml', 'strings.xml', 'notes/sails.xml', 'adoptions/boats.xml']) {
    const { records } = derivePart(await editionsOf(golden(name), '2026-01-03'), NOTHING_KNOWN);
    expect(countOf(records), name).toBeGreaterThan(2);
    expect(unquoted(records), name).toEqual([]);
  }
  const inTime = [
    ...(await editionsOf(golden('kites-2020.xml'), '2020-05-01')),
    ...(await editionsOf(golden('kites.api.xml'), '2026-01-03')),
  ];
  const { records } = derivePart(inTime, NOTHING_KNOWN);
  expect(records.relations.some(({ type, validTo }) => type === 'DEFINES' && validTo !== undefined)).toBe(true);
  expect(unquoted(records)).toEqual([]);
});

describe.skipIf(!hasRealData)('in real law', () => {
  test.each(REAL_FILES)('%s', async (name) => {
    for (const edition of await editionsOf(realFile(name), '2026-01-03'))
      expect(unquoted(derivePart([edition], NOTHING_KNOWN).records)).toEqual([]);
  });

  test.each(['27-479', '37-42', '45-171'])('the editions of %s together', async (part) => {
    const days = REAL_FILES.flatMap((name) => {
      const [, asOf] = new RegExp(`^${part}\\.(?:bulk\\.)?(\\d{4}-\\d\\d-\\d\\d)\\.`).exec(name) ?? [];
      return asOf === undefined ? [] : [{ name, asOf }];
    });
    const editions = await Promise.all(days.map(({ name, asOf }) => editionsOf(realFile(name), asOf)));
    const inOrder = editions.flat().sort((a, b) => (a.asOf < b.asOf ? -1 : 1));
    expect(inOrder.length).toBeGreaterThan(2);
    const { records } = derivePart(inOrder, NOTHING_KNOWN);
    expect(countOf(records)).toBeGreaterThan(100);
    expect(unquoted(records)).toEqual([]);
  });
});
