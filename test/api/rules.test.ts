/** Rules are found by page and by number, and their order is told: what a rule finalizes, corrects and amends. */
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { importRules } from '../../src/import/rules/import.ts';
import { ask, refusalOf } from '../setup/ask.ts';
import { testAddress } from '../setup/graph.ts';
import { testGraph } from '../setup/test-graph.ts';

const { driver, graph, fill } = testGraph();
const { database } = testAddress();
const file = fileURLToPath(new URL('../import/rules/golden/kites.csv', import.meta.url));

fill(() => importRules(driver(), database, { file }));

const rule = async (citation: string) =>
  (await ask(graph(), 'query ($citation: String!) { rule(citation: $citation) { id } }', { citation })).rule?.id ??
  null;

describe('rule', () => {
  test.each([
    ['95 FR 900', 'Rule:95-FR-900'],
    ['95 Fed. Reg. 900', 'Rule:95-FR-900'],
    ['95 FR 950', 'Rule:95-FR-900'],
    ['95 FR 980', 'Rule:95-FR-900'],
    ['2030-00202', 'Rule:95-FR-900'],
    ['FR Doc. 2030-00404', 'Rule:FR-Doc-2030-00404'],
    ['95 FR 981', null],
    ['94 FR 900', null],
    ['2030-99999', null],
  ])('%s is %s', async (citation, id) => expect(await rule(citation)).toBe(id));

  test('names the documents when a page is in several', async () => {
    await driver().executeQuery(
      'CREATE (:Entity:Rule {id: "Rule:95-FR-940", label: "Kite map", name: "Kite map", citation: "95 FR 940", lastPage: 960, stage: "NOTICE"})',
    );
    expect(await rule('95 FR 940')).toBe('Rule:95-FR-940'); // a first page decides
    expect(await refusalOf(graph(), '{ rule(citation: "95 FR 950") { id } }')).toEqual({
      code: 'BAD_USER_INPUT',
      message: 'citation: several documents appear on this page: 95 FR 900 (Kite Final Rule), 95 FR 940 (Kite map)',
    });
    await driver().executeQuery('MATCH (rule:Rule {id: "Rule:95-FR-940"}) DELETE rule');
  });

  test('refuses what names no document, and says what is accepted', async () => {
    expect(await refusalOf(graph(), '{ rule(citation: "HTI-1") { id } }')).toEqual({
      code: 'BAD_USER_INPUT',
      message: 'citation: must be a Federal Register page or a document number, such as 89 FR 1192 or 2023-28857',
    });
  });

  test('tells what it finalizes and what corrects it', async () => {
    const asked = '{ rule(citation: "95 FR 900") { finalizes { name } corrects { name } correctedBy { name stage } } }';
    expect((await ask(graph(), asked)).rule).toEqual({
      finalizes: [{ name: 'Kite NPRM' }],
      corrects: [],
      correctedBy: [
        { name: 'Kites in Public Places; Correction', stage: 'CORRECTION' },
        { name: 'Kite delay', stage: 'DELAY' },
      ],
    });
  });
});

test('rules are listed by publication, a stage at a time if wanted', async () => {
  const asked = '{ rules(first: 2) { totalCount edges { node { name } } } finals: rules(stage: FINAL) { totalCount } }';
  expect(await ask(graph(), asked)).toMatchObject({
    rules: {
      totalCount: 6,
      edges: [{ node: { name: 'Kite NPRM' } }, { node: { name: /Correction of the Proposal/ } }],
    },
    finals: { totalCount: 1 },
  });
});

test('the same file again changes nothing', async () => {
  expect((await importRules(driver(), database, { file })).changed).toBe(false);
});
