/** What the seed that ships must be able to say. */

import { fileURLToPath } from 'node:url';
import { graphql } from 'graphql';
import { describe, expect, test } from 'vitest';
import { schema } from '../../schema/index.ts';
import { checkSeed } from '../../src/import/seed/index.ts';
import { formatRemark } from '../../src/store/errors.ts';
import { writeImport } from '../../src/store/write.ts';
import { patientContext } from '../setup/ask.ts';
import { testGraph } from '../setup/test-graph.ts';

const { driver, graph, fill } = testGraph();
const { records, faults } = await checkSeed(fileURLToPath(new URL('../../seed/', import.meta.url)));
fill(() => writeImport(driver(), undefined, { origin: 'seed', records }));
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
