/** Real files of the eCFR: the tree, the text to the letter, the counts. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { derivePart } from '../../../src/import/ecfr/derive/derive-part.ts';
import { NOTHING_KNOWN } from '../../../src/import/ecfr/derive/known-to-law.ts';
import { readEcfr } from '../../../src/import/ecfr/read/read-ecfr.ts';
import type { RegulationRecord } from '../../../src/model/records.ts';
import { hashOf } from '../../../src/store/hash.ts';
import { hasRealData, REAL, realFile } from '../../setup/real-data.ts';

async function derived({ file, asOf }: { file: string; asOf: string }) {
  for await (const { text } of readEcfr({ file: realFile(file) })) return derivePart([{ asOf, text }], NOTHING_KNOWN);
  throw new Error(`${file} has no part`);
}

/** The text of each section as the file has it, read by nothing but a regular expression: tags out, entities in, blanks one. */
function sectionsOf(file: string): Map<string, string> {
  const xml = readFileSync(realFile(file), 'utf8');
  const sections = [...xml.matchAll(/<DIV8 N="([^"]+)"[^>]*>([\s\S]*?)<\/DIV8>/g)];
  return new Map(
    sections.map(([, number = '', inside = '']) => [
      number,
      inside
        .replace(/<(HEAD|CITA|AUTH|SOURCE)\b[\s\S]*?<\/\1>/g, '')
        .replace(/<\/?(P|FP)>/g, ' ')
        .replace(/<[^>]+>/g, '')
        .replaceAll('&amp;', '&')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replace(/\s+/g, ' ')
        .trim(),
    ]),
  );
}

describe.skipIf(!hasRealData)('a real file', () => {
  test.each(Object.values(REAL))('$file: reads every section exactly', async (source) => {
    const { records } = await derived(source);
    const provisions = records.entities.filter((one): one is RegulationRecord => one.kind === 'REGULATION');
    const sections = sectionsOf(source.file);
    expect(sections.size).toBeGreaterThan(2);
    for (const [number, text] of sections) {
      if (/^\S+-\S+$/.test(number)) continue; // a run of reserved sections, without text
      const id = `Regulation:45-CFR-${number}`;
      const inside = provisions
        .filter((one) => one.id === id || one.id.startsWith(`${id}(`))
        .sort((a, b) => (a.order ?? 0) - (b.order ?? 0));
      const joined = inside.map(({ lead, text: own }) => `${lead}${own}`).join('');
      expect(joined.replace(/\s+/g, ' ').trim(), number).toBe(text);
    }
  });

  test('finds in Part 171 what was counted by hand', async () => {
    const { counts, records } = await derived(REAL.bulk);
    // Counted by hand in the file, designator by designator, two levels opened in one paragraph of the file as two. § .102:
    // 24 definitions and the 20 paragraphs of their lists (2 of EHI, 2 of the networks, 2 of the elements, 14 of offering);
    // § .202: 8 under (a), 11 under (b), 4 under (c), (d), 10 under (e), each with its own head.
    const perSection = new Map<string, number>();
    for (const one of records.entities) {
      if (one.kind !== 'REGULATION' || one.level !== 'PARAGRAPH') continue;
      const section = /171\.(\d+)/.exec(one.id)?.[1] ?? '';
      perSection.set(section, (perSection.get(section) ?? 0) + 1);
    }
    expect(Object.fromEntries(perSection)).toEqual({
      100: 2,
      101: 3,
      102: 44,
      103: 4,
      201: 20,
      202: 34,
      203: 11,
      204: 26,
      205: 12,
      206: 31,
      301: 14,
      302: 21,
      303: 30,
      401: 5,
      403: 6,
      1001: 5,
      1002: 4,
      1101: 18,
    });
    expect(counts.provisions).toEqual({ PART: 1, SUBPART: 11, SECTION: 24, PARAGRAPH: 290 });
    // 24 in § 171.102, 5 in § 171.401, and those in passing: .103 information blocking, .201 patient, .202 HIPAA Privacy
    // Rule and individual, .206 patient and legal action, .302 electronic access.
    expect(counts.definitions).toBe(36);
  });

  test('gives the same records for bulk and API files; an excerpt adds nothing', async () => {
    expect(hashOf((await derived(REAL.api)).records)).toBe(hashOf((await derived(REAL.bulk)).records));
  });
});
