/** The real list of rules: what it states becomes relations, and what it marks as unverified does not. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { deriveRules } from '../../../src/import/rules/derive.ts';
import { readRulesCsv } from '../../../src/import/rules/read-csv.ts';
import { besidePath, besideProject } from '../../setup/beside.ts';

const hasRules = besideProject('the real list of rules', 'rules');

describe.skipIf(!hasRules)('the list of rules', () => {
  const read = () => {
    const { documents, leftOut } = readRulesCsv('rules.csv', readFileSync(besidePath('rules/rules.csv'), 'utf8'));
    const { records, unresolved } = deriveRules(documents, [], { id: 'Source:rules', name: 'Rules' });
    return { documents, leftOut, unresolved, ...records };
  };

  test('is read whole: each of its 59 rows is a document or is left out by name', () => {
    const { documents, leftOut, unresolved } = read();
    expect(documents.length + leftOut.filter((line) => line.endsWith('the row as unverified')).length).toBe(59);
    // The file marks what these two correct as unverified.
    expect(unresolved.map((line) => line.split(':')[0])).toEqual(['NCPDP dates', 'Attachments NPRM correction']);
  });

  test('one rule takes effect on two days: all of Part 171 earlier than the rest', () => {
    const days = read().relations.filter(({ type, from }) => type === 'AMENDS' && from === 'Rule:85-FR-70064');
    expect(Object.fromEntries(days.map(({ to, validFrom, appliesFrom }) => [to, [validFrom, appliesFrom]]))).toEqual({
      'Regulation:45-CFR-170': ['2020-12-04', undefined],
      'Regulation:45-CFR-171': ['2020-11-04', '2021-04-05'],
      'Regulation:45-CFR-170.401': ['2020-11-04', undefined],
      'Regulation:45-CFR-170.402(a)(1)': ['2020-11-04', undefined],
    });
  });

  test('no proposal, withdrawal, or correction of a proposal amends the law', () => {
    const { entities, relations } = read();
    const stages = new Map(entities.map((one) => [one.id, 'stage' in one ? one.stage : null]));
    const amending = relations.filter(({ type }) => type === 'AMENDS').map(({ from }) => from);
    expect(amending.length).toBeGreaterThan(40);
    expect(new Set(amending.map((id) => stages.get(id)))).toEqual(new Set(['FINAL', 'INTERIM_FINAL', 'CORRECTION']));
    expect(amending).not.toContain('Rule:FR-Doc-2023-05489');
    expect(amending).toContain('Rule:89-FR-8546');
  });
});
