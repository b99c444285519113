/** The cost of an operation, worked out by hand: docs/cost.md explains the weights. */
import { readFileSync } from 'node:fs';
import { getOperationAST, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { schema } from '../../schema/index.ts';
import { parseConfig } from '../../src/config.ts';
import { CostLimit } from '../../src/http/cost.ts';
import { ownOperations } from '../setup/own-operations.ts';

const LIMIT = parseConfig({}).MAX_QUERY_COST;
const limit = new CostLimit(schema, LIMIT);
const measured = (source: string, variableValues: Record<string, unknown> = {}) => {
  const found = limit.measure({ document: parse(source), variableValues });
  if (found === undefined) throw new Error(`GraphQL refuses ${source}`);
  return found;
};
const costOf = (source: string, variables?: Record<string, unknown>) => measured(source, variables).cost;

// The weights: see USUAL_WEIGHT.
const [PLAN, PLAN_OF_PAGE, PLAN_OF_RELATIONS] = [200, 500, 1_000];
const [TERMS, RELATIONS] = [600, 100];
const TERM = 1 + PLAN;

describe('the cost', () => {
  test.each([
    ['one node', '{ term(slug: "ehr") { name slug } }', TERM],
    ['a list without a size is ten rows', '{ term(slug: "ehr") { aliases { name } } }', TERM + 10 + PLAN],
    ['a page is its size', '{ terms(first: 30) { edges { node { name } } } }', 30 + TERMS + PLAN_OF_PAGE],
    ['a page without a size is twenty rows', '{ terms { pageInfo { hasNextPage } } }', 20 + TERMS + PLAN_OF_PAGE],
    ['a page counted backward', '{ terms(last: 7) { edges { cursor } } }', 7 + TERMS + PLAN_OF_PAGE],
    ['a total has no rows', '{ terms(first: 100) { totalCount } }', TERMS + PLAN_OF_PAGE],
    [
      'pages multiply',
      '{ terms(first: 100) { edges { node { relations(first: 50) { edges { node { id } } } } } } }',
      100 + TERMS + PLAN_OF_PAGE + 100 * (50 + RELATIONS) + PLAN_OF_RELATIONS,
    ],
    [
      'root fields and aliases add up',
      '{ a: term(slug: "a") { name } b: term(slug: "b") { aliases { name } again: aliases { name } } }',
      2 * TERM + 2 * (10 + PLAN),
    ],
    [
      'a fragment counts wherever it is spread',
      '{ a: term(slug: "a") { ...F } b: term(slug: "b") { ...F } } fragment F on Term { aliases { name } }',
      2 * (TERM + 10 + PLAN),
    ],
    [
      'merged selections count once',
      '{ term(slug: "a") { aliases { name } ... on Term { aliases { language } } } }',
      TERM + 10 + PLAN,
    ],
    [
      'of several types, a row has the costliest, and each is planned',
      '{ node(id: "x") { ... on Term { aliases { name } } ... on Alias { denotes { id } } ... on Statute { citation } } }',
      TERM + 10 + 2 * PLAN,
    ],
    [
      'an expression that reads other nodes is a row',
      '{ node(id: "x") { ... on Entity { degree kind label } } }',
      TERM + 1 + PLAN,
    ],
    [
      'parts of parts are one tree',
      '{ standard(key: "x") { children(level: ELEMENT, first: 100) { edges { node { children(level: ELEMENT, first: 100) { edges { node { key } } } } } } } }',
      TERM + (100 + 10 + PLAN_OF_PAGE) + (600 + 100 * 10 + PLAN_OF_PAGE),
    ],
    [
      'a picture is its nodes, relations, and layout',
      '{ graph(limit: 2000, layout: CIRCLE) { nodes { key x } edges { key } } }',
      1 + 15_000 + 1_000 + (2_000 + 2_000 + PLAN) + (3_000 + PLAN),
    ],
    [
      'a layout without positions costs nothing',
      '{ graph(limit: 2000, layout: FORCE) { nodes { key } } }',
      1 + 15_000 + 1_000 + 2_000 + PLAN,
    ],
    [
      'a traversal is deep and wide',
      '{ neighborhood(of: ["x"], depth: 3, limit: 100, ranking: RELEVANCE) { nodes { key } } }',
      1 + (500 + 15_000 + 7 * 2 * 100) + 3_000 + (100 + PLAN),
    ],
    ['a text is as long as it is', `{ annotate(text: "${'a'.repeat(700)}") { start } }`, 10 + 100 + 43.75 + PLAN],
  ])('%s', (_name, source, cost) => {
    expect(costOf(source)).toBe(Math.ceil(cost));
  });

  test('depends on variables, their defaults, and directives', () => {
    const source = `query ($n: Int = 10, $yes: Boolean = true) {
      terms(first: $n) { edges { node { name } } }
      term(slug: "a") @skip(if: $yes) { name }
    }`;
    expect(costOf(source)).toBe(10 + TERMS + PLAN_OF_PAGE);
    expect(costOf(source, { n: 25 })).toBe(25 + TERMS + PLAN_OF_PAGE);
    expect(costOf(source, { yes: false })).toBe(10 + TERMS + PLAN_OF_PAGE + TERM);
  });

  test('never falls when a page grows', () => {
    const of = (first: number) => costOf(`{ terms(first: ${first}) { edges { node { relations { totalCount } } } } }`);
    for (let first = 1; first <= 100; first += 1) expect(of(first)).toBeGreaterThan(of(first - 1));
  });

  test('counts a size above the maximum as the maximum, and a refused argument as nothing', () => {
    const of = (first: string) => costOf(`{ terms(first: ${first}) { edges { node { name } } } }`);
    expect(of('2000000000')).toBe(of('100'));
    expect(of('-5')).toBe(of('0'));
  });

  test('of introspection is small, and grows when lists are nested', () => {
    const all = '{ __schema { types { name fields { name args { name } type { name ofType { name } } } } } }';
    expect(costOf('{ __schema { queryType { name } } __type(name: "Term") { name } }')).toBe(1);
    expect(costOf(all)).toBeGreaterThan(10);
    expect(costOf(all)).toBeLessThan(1_000);
    const copies = Array.from({ length: 400 }, (_, i) => `a${i}: types { fields { args { name type { name } } } }`);
    expect(costOf(`{ __schema { ${copies.join(' ')} } }`)).toBeGreaterThan(LIMIT / 10);
  });

  test('names the costliest field', () => {
    expect(
      measured('{ meta { dataVersion } terms(first: 9) { edges { node { relations { edges { node { id } } } } } } }')
        .costliest,
    ).toBe('terms.edges.node.relations');
  });

  test('of a selection that doubles with each level is found at once', () => {
    const nested = (levels: number): string =>
      levels === 0
        ? 'id'
        : `id ... on Term { slug } ... on Regulation { citation } relations(first: 1) { edges { node { ${nested(levels - 1)} } } }`;
    const started = performance.now();
    expect(costOf(`{ node(id: "x") { ... on Entity { ${nested(14)} } } }`)).toBeGreaterThan(LIMIT);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

/** The largest variables that the pages and the explorer send. */
const LARGEST: Record<string, unknown> = {
  ...{ first: 100, last: 100, depth: 4, layout: 'FORCE', level: 'SECTION', version: '6.1.0' },
  ...{ from: '2000-01-01', to: '2026-12-31', asOf: '2026-01-01', day: '2026-01-01' },
  ...{
    query: 'q'.repeat(1_000),
    prefix: 'p',
    start: 's',
    words: 'w',
    names: ['w-w', 'w w'],
    within: '45 CFR Part 171',
  },
  ...{ ids: Array(100).fill('Term:x'), of: ['Term:x'], limit: 2_000 },
  ...{ part: '45 CFR Part 171', standards: Array(20).fill('Standard:x') },
  ...{ id: 'Term:x', key: 'k', slug: 's', citation: '45 CFR 171.103' },
};
const LARGEST_OF: Record<string, Record<string, unknown>> = {
  Whole: { limit: 20_000 },
  Between: { limit: 50, of: Array(50).fill('Term:x') },
  Redlines: { ids: Array(20).fill('Regulation:x') },
  AdoptedData: { ids: Array(10).fill('Standard:x') }, // data elements, classes, and versions that one word names
};

describe('an operation costs at most half of the limit if it is', () => {
  const own = ownOperations();

  test('one of the own documents, of which there are many', () => {
    expect(own.length).toBeGreaterThan(40);
  });

  test.each(own)('%s', (name, text) => {
    const wanted = getOperationAST(parse(text))?.variableDefinitions ?? [];
    const values = { ...LARGEST, ...LARGEST_OF[name] };
    const given = wanted.map(({ variable }) => variable.name.value).filter((one) => one in values);
    const { cost, costliest } = measured(text, Object.fromEntries(given.map((one) => [one, values[one]])));
    expect(cost, costliest).toBeGreaterThan(0);
    expect(cost, costliest).toBeLessThanOrEqual(LIMIT / 2);
  });

  const examples = [
    'README.md',
    'docs/law.md',
    'docs/standards.md',
    'docs/exports.md',
    'docs/relevance.md',
    'docs/cost.md',
  ];
  test.each(examples)('an example in %s', (file) => {
    const text = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
    const queries = [...text.matchAll(/```graphql\n([\s\S]*?)```/g)].map(([, query = '']) => query);
    expect(queries.length).toBeGreaterThan(0);
    if (file === 'docs/cost.md')
      expect(text).toContain(`This query costs ${costOf(queries[0] ?? '').toLocaleString('en')}:`);
    for (const query of queries) expect(costOf(query), query).toBeLessThanOrEqual(LIMIT / 2);
  });
});
