/** What is not there is not an error: an empty graph answers every question that the API knows. */

import { graphql } from 'graphql';
import { expect, test } from 'vitest';
import { schema } from '../../schema/index.ts';
import { ask, patientContext } from '../setup/ask.ts';
import { testGraph } from '../setup/test-graph.ts';

const { graph } = testGraph();

const NO_PAGE = { totalCount: 0, edges: [], pageInfo: { hasNextPage: false, endCursor: null } };
const PAGE = '{ totalCount edges { cursor } pageInfo { hasNextPage endCursor } }';
const EXACT = { exact: true, reasons: [], omittedNodes: 0 };
const NO_GRAPH = { nodes: [], edges: [], completeness: EXACT };
const GRAPH =
  '{ nodes { key degree distance x y community } edges { key } completeness { exact reasons omittedNodes } }';

/** A question to each root field, and what the answer is where there is nothing. */
const QUESTIONS: Record<string, readonly (readonly [question: string, answer: unknown])[]> = {
  node: [['node(id: "Term:nobody") { id }', null]],
  nodes: [
    ['nodes(ids: ["Term:nobody", "", "nobody"]) { id }', [null, null, null]],
    ['nodes(ids: []) { id }', []],
  ],
  term: [['term(slug: "nobody") { name relatedTerms { totalCount } definitions { text } }', null]],
  vocabularies: [['vocabularies { key }', []]],
  categories: [['categories(vocabularies: ["none"]) { name }', []]],
  terms: [[`terms(first: 5, category: "none", startsWith: "n") ${PAGE}`, NO_PAGE]],
  regulation: [
    ['regulation(citation: "99 CFR 9.9(a)") { text }', null],
    ['regulation(citation: "99 CFR 9.9(a)", asOf: "2020-01-01") { text mentions { totalCount } }', null],
  ],
  regulations: [
    [`regulations(first: 5, level: SECTION) ${PAGE}`, NO_PAGE],
    [`regulations(within: "45 CFR Part 171", asOf: "2026-01-01") ${PAGE}`, NO_PAGE],
  ],
  standard: [['standard(key: "nothing/1") { name }', null]],
  standards: [[`standards(first: 5, level: PROFILE) ${PAGE}`, NO_PAGE]],
  standardsInForce: [['standardsInForce(asOf: "2026-01-01") { validFrom }', []]],
  changes: [
    [`changes(from: "2020-01-01", to: "2030-01-01") ${PAGE}`, NO_PAGE],
    [
      'changes(from: "2020-01-01", to: "2030-01-01", within: "45 CFR 171.103", kinds: [TEXT]) { coverage { certainty inForce missing outstanding { citation } } }',
      { coverage: { certainty: 'UNKNOWN', inForce: null, missing: 0, outstanding: [] } },
    ],
  ],
  adoptions: [
    [`adoptions(within: "45 CFR 170.215", expiringBefore: "2030-01-01") ${PAGE}`, NO_PAGE],
    [
      'adoptions(asOf: "2026-01-01") { coverage { certainty missing } }',
      { coverage: { certainty: 'UNKNOWN', missing: 0 } },
    ],
  ],
  rule: [
    ['rule(citation: "89 FR 1192") { name finalizes { id } correctedBy { id } }', null],
    ['rule(citation: "2023-28857") { name }', null],
  ],
  rules: [[`rules(first: 5, stage: FINAL) ${PAGE}`, NO_PAGE]],
  statute: [['statute(citation: "42 U.S.C. 1") { name }', null]],
  statutes: [[`statutes(first: 5) ${PAGE}`, NO_PAGE]],
  organization: [['organization(slug: "nobody") { name }', null]],
  organizations: [[`organizations(first: 5) ${PAGE}`, NO_PAGE]],
  search: [
    [
      'search(query: "nothing") { totalCount edges { cursor } facets { kind count } didYouMean }',
      { totalCount: 0, edges: [], facets: [], didYouMean: [] },
    ],
  ],
  suggest: [['suggest(prefix: "no") { text }', []]],
  resolve: [
    [
      'resolve(names: ["nobody", ""]) { text candidates { id } }',
      ['nobody', ''].map((text) => ({ text, candidates: [] })),
    ],
  ],
  annotate: [['annotate(text: "An EHR is a record.") { text }', []]],
  neighborhood: [
    [`neighborhood(of: ["Term:nobody"], depth: 3) ${GRAPH}`, NO_GRAPH],
    [`neighborhood(of: ["Term:nobody"], layout: FORCE) ${GRAPH}`, NO_GRAPH],
    [`neighborhood(of: []) ${GRAPH}`, NO_GRAPH],
  ],
  paths: [
    [
      'paths(from: "Term:nobody", to: "Term:nobody") { paths { length } completeness { exact reasons omittedNodes } }',
      { paths: [], completeness: EXACT },
    ],
  ],
  graph: ['NONE', 'FORCE', 'CIRCLE', 'LAYERED'].map(
    (layout) => [`graph(layout: ${layout}) ${GRAPH}`, NO_GRAPH] as const,
  ),
};

test('every root field is asked, but for what is told of the graph itself', () => {
  const fields = Object.keys(schema.getQueryType()?.getFields() ?? {}).filter((name) => name !== 'meta');
  expect(Object.keys(QUESTIONS).sort()).toEqual(fields.sort());
});

test.each(Object.values(QUESTIONS).flat())('%s', async (question, answer) => {
  const source = `{ answer: ${question} }`;
  const result = await graphql({ schema, source, contextValue: patientContext(graph()) });
  expect(JSON.parse(JSON.stringify(result))).toEqual({ data: { answer } });
});

test('what is told of it counts nothing', async () => {
  const { meta } = await ask(graph(), '{ meta { entities { count } relations { count } sources { id } } }');
  const all = [...meta.entities, ...meta.relations];
  expect(all.every(({ count }: { count: number }) => count === 0)).toBe(true);
  expect(meta.sources).toEqual([]);
});
