/** Real glossaries: what the summary says against counts that nothing of the importer has a part in. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { importGlossaries } from '../../../src/import/glossary/import.ts';
import type { GlossarySummary } from '../../../src/import/glossary/summary.ts';
import { counts, dataVersion } from '../../../src/store/status.ts';
import { besidePath, besideProject } from '../../setup/beside.ts';
import { testAddress } from '../../setup/graph.ts';
import { testGraph } from '../../setup/test-graph.ts';

const NIST = besidePath('glossary/nist-csrc-glossary.json');
const ONC = besidePath('glossary/onc-api-resource-guide-abbreviations.md');
const hasGlossaries = besideProject('real glossaries of NIST and ONC', 'glossary');

const { driver } = testGraph();
const { database } = testAddress();

/** A name as a reader compares it: references read, marks of accents and case set aside. */
const compared = (name: string) =>
  name
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/\s+/)
    .join(' ')
    .trim();

/** A text line by line, without the tags that set nothing apart. */
const linesOf = (html: string) =>
  html
    .replaceAll('&nbsp;', ' ')
    .replace(/<\/?(i|em|b|strong|span)\b[^>]*>/g, '')
    .replace(/<\/?p>/g, '\n\n')
    .split('\n')
    .map((line) => line.split(/\s+/).join(' ').trim())
    .join('\n')
    .replace(/\n{2,}/g, '\n\n')
    .trim();

describe.skipIf(!hasGlossaries)('the glossary of NIST', () => {
  let summary: GlossarySummary | undefined;
  beforeAll(async () => {
    [summary] = await importGlossaries(driver(), database, { files: [NIST] });
  });

  test('has what a plain count of the file finds', async () => {
    interface Term {
      term: string;
      definitions: { text: string; source: string }[];
    }
    const { terms } = JSON.parse(readFileSync(NIST, 'utf8')) as { terms: Term[] };
    const names = new Set(terms.map(({ term }) => compared(term)));
    const defined = new Set(
      terms.filter(({ definitions }) => definitions.length > 0).map(({ term }) => compared(term)),
    );
    // One text in one term is one definition, however many documents have it and whatever it is set in.
    const texts = new Set(
      terms.flatMap(({ term, definitions }) => definitions.map(({ text }) => `${compared(term)}|${linesOf(text)}`)),
    );
    // "A; B" is two documents, "A (B; C)" is one; of a name only letters and digits count.
    const documents = new Set(
      terms
        .flatMap(({ definitions }) =>
          definitions.flatMap(({ source }) =>
            source.replace(/\([^)]*\)/g, (one) => one.replaceAll(';', ',')).split(';'),
          ),
        )
        .map((one) =>
          one
            .toLowerCase()
            .replace(/[^a-z0-9]+/g, ' ')
            .trim(),
        )
        .filter((one) => one !== ''),
    );
    console.log(
      `NIST: ${terms.length} entries, ${names.size} names, ${defined.size} defined, ${texts.size} texts, ${documents.size} documents`,
    );
    expect([terms.length, defined.size]).toEqual([10_170, 4_880]);
    expect(summary).toMatchObject({
      ...{ changed: true, format: 'json', entries: terms.length, terms: names.size, defined: defined.size },
      ...{ aliases: 0, relations: 0, sources: documents.size, leftOut: [], ambiguous: [] },
    });
    expect(summary?.merges).toHaveLength(terms.length - names.size);
    expect(summary?.definitions).toBe(texts.size);
    expect((await counts(driver(), database)).entities.TERM).toBe(names.size);
  });

  test('has no text with HTML tags or character references', async () => {
    const { records } = await driver().executeQuery('MATCH (n:Term) UNWIND n.sectionBodies AS body RETURN body');
    const bodies = records.map((record) => record.get('body') as string);
    expect(bodies).toHaveLength(summary?.definitions ?? 0);
    expect(bodies.filter((body) => /(?<!\\)<\/?(p|i|em|strong|sub|sup|li|ul|span)\b|&nbsp;|&amp;/.test(body))).toEqual(
      [],
    );
  });

  test('changes nothing the second time', async () => {
    const version = await dataVersion(driver(), database);
    const again = await importGlossaries(driver(), database, { files: [NIST] });
    expect(again).toEqual([{ ...summary, changed: false, dataVersion: version }]);
  });

  test('is joined by a list of abbreviations of the same vocabulary, and by no other', async () => {
    const lines = readFileSync(ONC, 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('*['));
    const known = new Set(
      (JSON.parse(readFileSync(NIST, 'utf8')) as { terms: { term: string }[] }).terms.map(({ term }) => compared(term)),
    );
    const expansions = lines.map((line) => line.slice(line.indexOf(']:') + 2).trim());
    const [apart] = await importGlossaries(driver(), database, { files: [ONC] });
    expect(apart).toMatchObject({ merges: [], ambiguous: [], joinedAliases: 0 });
    const { vocabulary } = summary ?? {};
    expect(vocabulary).toBe('nist-csrc-glossary');
    const [joining] = await importGlossaries(driver(), database, { files: [ONC], vocabulary, yes: true });
    expect(joining).toMatchObject({
      entries: lines.length,
      aliases: lines.length,
      terms: new Set(expansions.map(compared)).size,
    });
    expect(joining?.merges.map(({ name }) => name)).toEqual(expansions.filter((one) => known.has(compared(one))));
    // Abbreviations that NIST has as terms by themselves stand for several.
    const abbreviations = lines.map((line) => line.slice(2, line.indexOf(']:')));
    expect(joining?.ambiguous.map(({ alias }) => alias)).toEqual(
      abbreviations.filter((one) => known.has(compared(one))),
    );
  });
});
