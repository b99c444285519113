/** How Neo4j plans the statements of all documents that pages and the explorer send: by index, and without waiting for all rows. */
import { getOperationAST, graphql, parse } from 'graphql';
import type { Plan } from 'neo4j-driver';
import { expect, test } from 'vitest';
import { contextOf } from '../../schema/context.ts';
import { schema } from '../../schema/index.ts';
import type { Graph } from '../../src/graph/connect.ts';
import { SEED } from '../setup/fixtures.ts';
import { ownOperations } from '../setup/own-operations.ts';
import { sharedGraph } from '../setup/test-graph.ts';

const { driver } = sharedGraph(SEED);

const VARIABLES: Record<string, unknown> = {
  ...{ first: 100, last: 100, depth: 2, layout: 'FORCE', level: 'SECTION', version: '6.1.0', limit: 2_000 },
  ...{ from: '2000-01-01', to: '2026-12-31', asOf: '2026-01-01', day: '2026-01-01' },
  ...{ query: 'health', prefix: 'p', start: 's', words: 'w', names: ['w-w', 'w w'], within: '45 CFR Part 171' },
  ...{ ids: ['Term:ehr'], of: ['Term:ehr'], part: '45 CFR Part 171', standards: ['Standard:fhir'] },
  ...{ id: 'Term:ehr', key: 'fhir', slug: 'ehr', citation: '45 CFR 171.103' },
};

/** The documents that list all nodes of a kind, or all relations of a type that start at nodes of a kind. */
const LISTS: Record<string, readonly string[]> = {
  AdoptedOnDay: ['Regulation', 'Standard'],
  AdoptionsAhead: ['Regulation', 'Standard'],
  AroundTerms: ['Term', 'Vocabulary'],
  Changes: ['Regulation', 'Standard'],
  ChangesPage: ['Regulation', 'Standard'],
  Lately: ['Regulation', 'Standard'],
  Organizations: ['Organization'],
  Rules: ['Rule'],
  Search: ['Vocabulary'],
  Statutes: ['Statute'],
  Vocabularies: ['Vocabulary'],
};

const operatorsOf = (plan: Plan): Plan[] => [plan, ...plan.children.flatMap(operatorsOf)];

/** The statements of a document, which are planned here and not run. */
async function statementsOf(source: string): Promise<{ text: string; params: object }[]> {
  const wanted = (getOperationAST(parse(source))?.variableDefinitions ?? []).map(({ variable }) => variable.name.value);
  const given = wanted.filter((name) => name in VARIABLES && !(name === 'last' && wanted.includes('first')));
  const statements: { text: string; params: object }[] = [];
  const recording: Pick<Graph, 'read'> = {
    read: async (text, params = {}) => {
      statements.push({ text, params });
      return [];
    },
  };
  const variableValues = Object.fromEntries(given.map((name) => [name, VARIABLES[name]]));
  await graphql({ schema, source, variableValues, contextValue: contextOf(recording) });
  return statements;
}

test.each(ownOperations())('%s', async (name, source) => {
  const statements = await statementsOf(source);
  expect(statements).not.toEqual([]);
  for (const { text, params } of statements) {
    const { summary } = await driver().executeQuery(`EXPLAIN ${text}`, params);
    if (summary.plan === false) throw new Error('Neo4j did not explain the statement');
    const operators = operatorsOf(summary.plan);
    const named = operators.map(({ operatorType }) => operatorType.replace(/@.*/, ''));
    expect(named.filter((one) => ['AllNodesScan', 'CartesianProduct', 'Eager'].includes(one))).toEqual([]);
    const scanned = operators
      .filter(({ operatorType }) => operatorType.startsWith('NodeByLabelScan'))
      .map(({ arguments: { Details } }) => String(Details).replace(/^\w+:/, ''));
    expect(LISTS[name] ?? []).toEqual(expect.arrayContaining(scanned));
  }
});
