/** Everything that the importer prints of the real files: citations and ids are read back, sort as the files do, and nothing is invented. */
import { describe, expect, test } from 'vitest';
import { derivePart } from '../../../src/import/ecfr/derive/derive-part.ts';
import { NOTHING_KNOWN } from '../../../src/import/ecfr/derive/known-to-law.ts';
import { flatten } from '../../../src/import/ecfr/provisions/flatten.ts';
import type { PartText } from '../../../src/import/ecfr/read/part-text.ts';
import { readEcfr } from '../../../src/import/ecfr/read/read-ecfr.ts';
import { formatCitation, regulationId } from '../../../src/model/citation.ts';
import { parseCitation, parseRegulationId } from '../../../src/model/citations/parse.ts';
import { citationSortKey } from '../../../src/model/citations/sort-key.ts';
import { hasRealData, REAL_FILES, realFile } from '../../setup/real-data.ts';

async function partsOf(file: string): Promise<PartText[]> {
  const parts: PartText[] = [];
  for await (const { text } of readEcfr({ file: realFile(file) })) parts.push(text);
  return parts;
}

describe.skipIf(!hasRealData)('every real file', () => {
  test('is there', () => expect(REAL_FILES.length).toBeGreaterThan(30));

  test.each(REAL_FILES)('%s: what is printed is read back, and sections sort as in the file', async (file) => {
    for (const text of await partsOf(file)) {
      const provisions = flatten(text);
      for (const { citation, id } of provisions) {
        const printed = formatCitation(citation);
        const read = parseCitation(printed);
        expect(read && formatCitation(read), printed).toBe(printed);
        if (citation.part === undefined) continue;
        const byId = parseRegulationId(id.slice('Regulation:'.length));
        expect(byId && regulationId(byId), id).toBe(id);
      }
      for (const level of ['SECTION', 'SUBPART']) {
        const keys = provisions.filter((one) => one.level === level).map(({ citation }) => citationSortKey(citation));
        expect(keys).toEqual([...keys].sort());
      }
    }
  });

  test.each(REAL_FILES)('%s: every statute is named whole in the file', async (file) => {
    for (const text of await partsOf(file)) {
      const words = flatten(text)
        .flatMap(({ text: own = '', authority = '' }) => [own, authority])
        .join('\n')
        .replace(/[–‐‑]/g, '-')
        .replace(/\s+/g, ' ');
      const { records } = derivePart([{ asOf: '2025-01-01', text }], NOTHING_KNOWN);
      for (const entity of records.entities) {
        if (entity.kind !== 'STATUTE') continue;
        const number = entity.citation.replace(/^.*(?:U\.S\.C\. (?:chapter |App\.)?|Pub\. L\. )/, '');
        const whole = new RegExp(
          `(?<![\\w.])${number.replaceAll('.', '\\.')}(?![A-Za-z\\d])(?!\\.\\d|-\\d{1,3}[a-z]?(?![\\da-z]))`,
        );
        expect(words, entity.citation).toMatch(whole);
      }
    }
  });
});
