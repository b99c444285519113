/** The law of the house: one statement per root field, and the same answer as plain resolvers. */

import { execute, graphql, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { schema } from '../../schema/index.ts';
import { QuestionReader } from '../../src/meaning/of-graph.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { patientContext } from '../setup/ask.ts';
import { testGraph } from '../setup/test-graph.ts';
import { rounds } from '../setup/thorough.ts';
import { compare, compiled } from './compare.ts';
import { randomDocument } from './documents.ts';
import { load, randomGraph } from './memory-graph.ts';
import { naive } from './naive.ts';
import { random } from './random.ts';

const { driver, graph, fill, empty } = testGraph();
fill(() => load(driver(), randomGraph(random(3))));

async function ask(source: string, variableValues: Record<string, unknown> = {}) {
  const { reader } = patientContext(graph());
  const plans: Plan[] = [];
  const read = reader.read.bind(reader);
  reader.read = (plan) => {
    plans.push(plan);
    return read(plan);
  };
  const answer = await graphql({
    schema,
    source,
    variableValues,
    contextValue: { reader, questions: new QuestionReader() },
  });
  return { ...answer, plans, statements: reader.statements };
}

/** A whole glossary page. */
const PAGE = `
  name shortDefinition keyTakeaways sections { heading body } aliases { name aliasKind } jsonLd
  relatedTerms(first: 10) { totalCount edges { node { slug name shortDefinition } } }
  definitions { text scope { citation } regulation { citation heading } }
  mentionedIn(first: 10) { edges { count node { citation heading } evidence { quote source { name } } } }
  standards { key name } statutes { citation name }`;

describe('statements', () => {
  test('a whole glossary page is one', async () => {
    const { statements, errors, data } = await ask(`{ term(slug: "t0") { ${PAGE} } }`);
    expect(errors).toBeUndefined();
    expect(data?.term).not.toBeNull();
    expect(statements).toBe(1);
  });

  test('twenty terms under twenty response keys are one', async () => {
    const roots = Array.from({ length: 20 }, (_, i) => `k${i}: term(slug: "t${i}") { ...Page slug }`).join(' ');
    const { statements, errors, data } = await ask(`{ ${roots} } fragment Page on Term { ${PAGE} }`);
    expect(errors).toBeUndefined();
    expect(statements).toBe(1);
    const slugs = Object.values(data ?? {}).map((term) => (term as { slug: string } | null)?.slug);
    expect(slugs).toEqual(Array.from({ length: 20 }, (_, i) => (i < 5 ? `t${i}` : undefined)));
  });

  test('equal shapes give equal text, whatever their values and order', async () => {
    const a = await ask('{ term(slug: "t1") { name slug relatedTerms(first: 3) { edges { node { slug } } } } }');
    const b = await ask(
      'query ($n: Int, $no: Boolean = false) { x: term(slug: "t2") { relatedTerms(first: $n) { edges { node { slug } } } ...F id @include(if: $no) } } fragment F on Term { slug title: name }',
      { n: 7 },
    );
    expect(b.plans[0]?.text).toBe(a.plans[0]?.text);
  });

  test('fetch only the properties asked for', async () => {
    const { plans } = await ask('{ term(slug: "t1") { name } }');
    expect(plans[0]?.text).toBe(
      'UNWIND $given.keys AS key RETURN key.i AS i, head(COLLECT { MATCH (node0:Term {slug: key.slug}) WITH * LIMIT 1 RETURN node0 {name: node0.name} }) AS value',
    );
  });

  test('carry what people type as parameters only', async () => {
    const words = "x'}) DETACH DELETE n //";
    const { plans, errors } = await ask(
      'query ($w: String!) { term(slug: $w) { id } terms(startsWith: $w, category: $w) { totalCount } search(query: $w) { totalCount } standard(key: $w) { id } }',
      { w: words },
    );
    expect(errors).toBeUndefined();
    expect(plans.length).toBe(4);
    for (const { text } of plans) expect(text).not.toContain('DETACH');
  });
});

describe('a bad argument', () => {
  test('fails its own field, and no other root', async () => {
    const { data, errors } = await ask(
      '{ bad: term(slug: "t1") { relatedTerms(first: -1) { totalCount } } good: term(slug: "t1") { slug } }',
    );
    expect(data).toEqual({ bad: null, good: { slug: 't1' } });
    expect(errors?.map((error) => error.toJSON())).toMatchObject([
      { path: ['bad', 'relatedTerms'], extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });

  test('at the root asks the database nothing', async () => {
    const { statements, errors } = await ask('{ regulation(citation: "no such form") { id } }');
    expect(statements).toBe(0);
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});

interface Comparable {
  data: unknown;
  errors: string[] | boolean;
}

/**
 * Without the errors that another one hides: of two fields that fail under one parent, which is null for it, graphql-js
 * tells the first and graphql-jit both. GraphQL leaves that open.
 */
function withoutHidden(compiledAnswer: Comparable, { errors: told }: Comparable): Comparable {
  const { data, errors } = compiledAnswer;
  if (!Array.isArray(errors) || !Array.isArray(told)) return compiledAnswer;
  const parentIsNull = (path: string) => {
    const parent = path.split('.').slice(0, -1);
    return parent.reduce<unknown>((at, step) => (at as Record<string, unknown> | null)?.[step] ?? null, data) === null;
  };
  return { data, errors: errors.filter((path) => told.includes(path) || !parentIsNull(path)) };
}

/** Graphs, with eight documents each. */
const SEEDS = rounds(5, 14);

test('random documents: the same data and the same places of errors as plain resolvers', async () => {
  const seen = { documents: 0, withErrors: 0 };
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const r = random(seed);
    const memory = randomGraph(r);
    await empty();
    await load(driver(), memory);
    const plain = naive(schema, memory);
    for (let i = 0; i < 8; i += 1) {
      const document = randomDocument(schema, r);
      const {
        valid,
        planned,
        naive: expected,
        statements,
        roots,
        errors,
      } = await compare(schema, graph(), plain, document);
      if (!valid) continue;
      seen.documents += 1;
      seen.withErrors += errors > 0 ? 1 : 0;
      expect(statements, document.source).toBeLessThanOrEqual(roots);
      expect(planned, `seed ${seed}, document ${i}: ${document.source} ${JSON.stringify(document.variables)}`).toBe(
        expected,
      );
      if (i % 3 > 0) continue;
      // As data, not as text: graphql-jit may place a field at an occurrence of it that a directive leaves out.
      const byCompiled = withoutHidden(JSON.parse(await compiled(schema, graph(), document)), JSON.parse(expected));
      expect(byCompiled, `compiled, seed ${seed}: ${document.source}`).toEqual(JSON.parse(expected));
    }
  }
  expect(seen.documents).toBeGreaterThan(SEEDS * 7);
  expect(seen.withErrors).toBeGreaterThan(SEEDS / 2); // the comparison of errors is not idle
}, 240_000);

test('requests at the same time do not mix', async () => {
  await empty();
  await load(driver(), randomGraph(random(3)));
  const document = parse('query ($slug: String!) { term(slug: $slug) { slug aliases { name } } }');
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, i) =>
      execute({
        schema,
        document,
        variableValues: { slug: `t${i % 5}` },
        contextValue: patientContext(graph()),
      }),
    ),
  );
  expect(answers.map(({ data }) => (data as { term: { slug: string } }).term.slug)).toEqual(
    Array.from({ length: 100 }, (_, i) => `t${i % 5}`),
  );
});
