/** What the seed that ships must be able to say. */

import { fileURLToPath } from 'node:url';
import { graphql } from 'graphql';
import { describe, expect, test } from 'vitest';
import { schema } from '../../schema/index.ts';
import { checkSeed } from '../../src/import/seed/index.ts';
import { formatRemark } from '../../src/store/errors.ts';
import { patientContext } from '../setup/ask.ts';
import { SEED } from '../setup/fixtures.ts';
import { sharedGraph } from '../setup/test-graph.ts';

const { graph } = sharedGraph(SEED);
const { records, faults } = await checkSeed(fileURLToPath(new URL('../../seed/', import.meta.url)));
const terms = records.entities.filter((entity) => entity.kind === 'TERM');

test('it is sound', () => expect(faults.map(formatRemark)).toEqual([]));

test('at least sixty terms, each with takeaways and its four sections', () => {
  expect(terms.length).toBeGreaterThanOrEqual(60);
  const headings = ['Definition', 'Example', 'Common misconceptions', 'Practical application'];
  for (const { slug, keyTakeaways, sectionHeadings, shortDefinition } of terms) {
    expect([slug, keyTakeaways.length > 0, shortDefinition !== undefined, sectionHeadings]).toEqual([
      slug,
      true,
      true,
      headings,
    ]);
  }
});

test('every section of 45 CFR Part 171, and its ten exceptions', () => {
  const number = (id: string) => Number(id.split('171.')[1]);
  const sections = records.entities
    .filter((entity) => entity.kind === 'REGULATION' && entity.level === 'SECTION')
    .map(({ id }) => id)
    .filter((id) => id.includes('CFR-171.'));
  const expected = [
    100, 101, 102, 103, 200, 201, 202, 203, 204, 205, 206, 300, 301, 302, 303, 400, 401, 402, 403, 1000, 1001, 1002,
    1100, 1101,
  ];
  expect(sections.map(number).sort((a, b) => a - b)).toEqual(expected);
  const exceptions = records.relations.filter(
    ({ type, to }) => type === 'EXCEPTION_TO' && to === 'Regulation:45-CFR-171.103',
  );
  expect(exceptions.map(({ from }) => number(from)).sort((a, b) => a - b)).toEqual([
    201, 202, 203, 204, 205, 206, 301, 302, 303, 403,
  ]);
});

interface Page {
  [part: string]: unknown;
  relatedTerms: { edges: { node: { slug: string; shortDefinition: string } }[] };
  aliases: { name: string }[];
  jsonLd: Record<string, unknown>;
}

describe('the page "EMR vs EHR"', () => {
  test('comes whole out of one statement', async () => {
    const contextValue = patientContext(graph());
    const { data, errors } = await graphql({
      schema,
      contextValue,
      source: `{ term(slug: "emr-vs-ehr") { name shortDefinition keyTakeaways aliases { name } sections { heading body }
        relatedTerms(first: 12) { edges { node { slug name shortDefinition } } }
        mentionedIn { edges { node { citation } evidence { rule source { name } } } } standards { key } statutes { citation } jsonLd } }`,
    });
    expect(errors).toBeUndefined();
    expect(contextValue.reader.statements).toBe(1);
    const page = (data as { term: Page }).term;
    const isEmpty = (value: unknown) => value === null || (Array.isArray(value) && value.length === 0);
    for (const [part, value] of Object.entries(page)) expect([part, isEmpty(value)]).toEqual([part, false]);
    expect(page.aliases.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['EMR-EHR Distinction', 'Electronic Medical Record vs Electronic Health Record']),
    );
    const related = page.relatedTerms.edges.map(({ node }) => node);
    expect(related.map(({ slug }) => slug)).toEqual(
      expect.arrayContaining(['ehr', 'fhir', 'information-blocking-rule']),
    );
    expect(related.every(({ shortDefinition }) => shortDefinition.length > 20)).toBe(true);
    expect(page.jsonLd).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'DefinedTerm',
      name: 'EMR vs EHR',
      description: expect.any(String),
      inDefinedTermSet: { '@type': 'DefinedTermSet', name: expect.any(String) },
    });
  });
});

test('`resolve` finds every term by its name, by each alias, and by what people in the field call it', async () => {
  const resolved = async (names: readonly string[]) => {
    const { data, errors } = await graphql({
      schema,
      source:
        'query ($names: [String!]!) { resolve(names: $names) { text candidates { id ... on Alias { denotes { id } } } } }',
      variableValues: { names },
      contextValue: patientContext(graph()),
    });
    expect(errors).toBeUndefined();
    const { resolve } = data as { resolve: { text: string; candidates: { id: string }[] }[] };
    return resolve.map(({ text, candidates }) => [text, candidates.map(({ id }) => id)] as const);
  };
  const aliases = records.relations.filter(({ type, to }) => type === 'ALIAS_OF' && to.startsWith('Term:'));
  const labels = new Map(records.entities.map(({ id, label }) => [id, label]));
  const called = [
    ...terms.map(({ id, name }) => ({ name, id })),
    ...aliases.map(({ from, to }) => ({ name: labels.get(from) ?? '', id: to })),
  ];
  expect(called.length).toBeGreaterThan(500);
  const found = await resolved(called.map(({ name }) => name));
  for (const [i, { name, id }] of called.entries())
    expect([name, found[i]?.[1]]).toEqual([name, expect.arrayContaining([id])]);

  for (const [name, ids] of await resolved(FIELD))
    expect([name, ids.some((id) => id.startsWith('Term:'))]).toEqual([name, true]);
});

/** What readers of the field look up, in their words. */
const FIELD = [
  ...[
    'HTI-2',
    'HTI-5',
    'Cures Update',
    'civil money penalty',
    'CEHRT',
    'Base EHR',
    'SVAP',
    'CHPL',
    'ONC-ACB',
    'access',
  ],
  ...[
    'minimum necessary',
    'TPO',
    'BAA',
    'de-identification',
    'notice of privacy practices',
    '42 CFR Part 2',
    'workforce',
  ],
  ...[
    'clearinghouse',
    '837',
    '835',
    '270/271',
    '276/277',
    '278',
    'CARC',
    'RARC',
    'NPI',
    'COB',
    'denials',
    'days in A/R',
  ],
  ...['CMS-0057-F', 'CMS-0062-P', 'Patient Access API', 'MIPS', 'ACO', 'eCQM', 'ADT notification', 'SAFER Guides'],
  ...[
    'SNOMED CT',
    'LOINC',
    'RxNorm',
    'UCUM',
    'ICD-10',
    'CPT',
    'HL7 v2',
    'CCD',
    'profile',
    'CDS Hooks',
    'CRD',
    'DTR',
    'PAS',
  ],
  ...['RCE', 'patient matching', 'HISP', 'UDAP', 'care settings', 'individual access services'],
];

test('`node(id)` refetches every entity', async () => {
  for (let i = 0; i < records.entities.length; i += 100) {
    const ids = records.entities.slice(i, i + 100).map(({ id }) => id);
    const { data } = await graphql({
      schema,
      source: 'query ($ids: [ID!]!) { nodes(ids: $ids) { id __typename } }',
      variableValues: { ids },
      contextValue: patientContext(graph()),
    });
    expect((data as { nodes: { id: string }[] }).nodes.map(({ id }) => id)).toEqual(ids);
    for (const { id, __typename } of (data as { nodes: { id: string; __typename: string }[] }).nodes)
      expect(id.startsWith(`${__typename}:`)).toBe(true);
  }
});
