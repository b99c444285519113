/**
 * Two made-up files, one of each form. What they become is beside them; after a wanted change:
 * `npx vitest run test/import/rules/golden.test.ts -u`, and read the difference.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { deriveRules, type KnownRule } from '../../../src/import/rules/derive.ts';
import { readRulesCsv } from '../../../src/import/rules/read-csv.ts';
import { readRulesJson } from '../../../src/import/rules/read-json.ts';
import { faultsOf } from '../../../src/store/validate.ts';

const at = (name: string) => fileURLToPath(new URL(`golden/${name}`, import.meta.url));
const SOURCE = { id: 'Source:rules-kites', name: 'Kites' };

const derive = (name: string, known: readonly KnownRule[] = []) => {
  const read = name.endsWith('.csv') ? readRulesCsv : readRulesJson;
  const { documents, leftOut } = read(name, readFileSync(at(name), 'utf8'));
  const { records, unresolved } = deriveRules(documents, known, SOURCE);
  return { records, leftOut, unresolved };
};
const stated = (name: string, type: string, known?: readonly KnownRule[]) =>
  derive(name, known)
    .records.relations.filter((relation) => relation.type === type)
    .map(({ from, to, validFrom, appliesFrom }) => [from, to, validFrom, appliesFrom]);

describe.each(['kites.csv', 'balloons.json'])('%s', (name) => {
  test('becomes valid records', async () => {
    const { records, leftOut, unresolved } = derive(name);
    expect(faultsOf('rules:kites', records)).toEqual([]);
    const lines = [...records.entities, ...records.relations, ...leftOut, ...unresolved];
    await expect(lines.map((line) => `${JSON.stringify(line)}\n`).join('')).toMatchFileSnapshot(at(`${name}.jsonl`));
  });
});

describe('a list of rules', () => {
  test('only proposals propose; only final rules and their corrections amend', () => {
    expect(stated('kites.csv', 'PROPOSES').map(([from]) => from)).toEqual(['Rule:95-FR-100', 'Rule:95-FR-100']);
    expect(new Set(stated('kites.csv', 'AMENDS').map(([from]) => from))).toEqual(
      new Set(['Rule:95-FR-900', 'Rule:95-FR-990']),
    );
  });

  test('gives single provisions the days that the notes state for them', () => {
    expect(stated('kites.csv', 'AMENDS').filter(([from]) => from === 'Rule:95-FR-900')).toEqual([
      ['Rule:95-FR-900', 'Regulation:45-CFR-900', '2030-08-01', undefined],
      ['Rule:95-FR-900', 'Regulation:45-CFR-901', '2030-08-01', '2031-01-01'],
      ['Rule:95-FR-900', 'Regulation:45-CFR-901.10', '2030-09-01', undefined],
      ['Rule:95-FR-900', 'Regulation:45-CFR-901.12(b)', '2030-09-01', undefined],
    ]);
  });

  test('leaves out what the file itself calls unverified, and says so', () => {
    const { records, leftOut } = derive('kites.csv');
    expect(records.entities.map(({ label }) => label)).not.toContain('Night kites');
    expect(records.entities.find(({ id }) => id === 'Rule:95-FR-990')).not.toHaveProperty('lastPage');
    expect(leftOut).toEqual([
      'line 4: 95 Fed. Reg. 990: the file marks last_page as unverified',
      'line 7: 95 FR 1300: the file marks the row as unverified',
    ]);
  });

  test('a correction of an unknown document amends nothing until the document is known', () => {
    expect(derive('kites.csv').unresolved).toEqual([
      'Balloons; Correction: it is not known whether the document corrects a rule or a proposal, so no amendments are imported from the document',
    ]);
    const known = [{ id: 'Rule:94-FR-77', documentNumber: null, stage: 'FINAL', corrects: [] }];
    expect(stated('kites.csv', 'AMENDS', known).map(([from]) => from)).toContain('Rule:95-FR-1200');
  });

  test('a document without a page is the document in the graph that has its number', () => {
    const known = [{ id: 'Rule:95-FR-500', documentNumber: '2030-00404', stage: 'CORRECTION', corrects: [] }];
    expect(derive('kites.csv', known).records.entities.map(({ id }) => id)).toContain('Rule:95-FR-500');
    expect(derive('kites.csv').records.entities.map(({ id }) => id)).toContain('Rule:FR-Doc-2030-00404');
  });
});

describe('refuses', () => {
  const faults = (rows: string) => () =>
    readRulesCsv('rules.csv', `citation,fr_doc,title,stage,published,effective,parts_amended,finalizes\n${rows}`);

  test.each([
    ['89 FR,,Kites,FINAL,2024-01-09,,,', /rules\.csv:2: citation: must be a volume and a first page/],
    ['89 FR 1,24,Kites,FINAL,2024-01-09,,,', /fr_doc: must be a document number/],
    ['89 FR 1,,Kites,LAST,2024-01-09,,,', /stage: must be one of PROPOSED, .*, not "LAST"/],
    ['89 FR 1,,Kites,,2024-01-09,,,', /stage: is required/],
    ['89 FR 1,,Kites,FINAL,2024-02-30,,,', /published: must be .*, not "2024-02-30"/],
    ['89 FR 1,,Kites,FINAL,2024-01-09,soon,,', /effective: must be .*, not "soon"/],
    ['89 FR 1,,Kites,FINAL,2024-01-09,,everything,', /parts_amended: must list CFR parts, such as 45 CFR 171/],
    [
      '89 FR 1,,Kites,FINAL,2024-01-09,,,the proposal',
      /"the proposal": must be the first page or the number of a document/,
    ],
    [',,Kites,FINAL,2024-01-09,,,', /citation or fr_doc: at least one of the two is required/],
    ['89 FR 1,,,FINAL,2024-01-09,,,', /title or short_name/],
  ])('%s', (row, message) => expect(faults(row)).toThrow(message));

  test('a file without the columns, naming them', () => {
    expect(() => readRulesCsv('kites.csv', 'name,color\nred,red\n')).toThrow(
      /kites\.csv:1: The file is not a list of rules\. The header must contain the columns citation, title, stage, published/,
    );
  });

  test('JSON that is not of the Federal Register, with the place', () => {
    expect(() => readRulesJson('a.json', '{"results": [{"title": "Kites"}]}')).toThrow(
      /a\.json:1:\d+: document_number/,
    );
    expect(() => readRulesJson('a.json', '[1]')).toThrow(/a\.json:1:2: /);
  });
});
