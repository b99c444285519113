/**
 * Any strings through search, suggest and resolve, on a real Neo4j: none is an error, unless it is too long. ANY_STRINGS sets their
 * number; 10,000 take two minutes.
 */

import fc from 'fast-check';
import { graphql } from 'graphql';
import { expect, test } from 'vitest';
import { contextOf } from '../../schema/context.ts';
import { schema } from '../../schema/index.ts';
import { patientContext } from '../setup/ask.ts';
import { SEED } from '../setup/fixtures.ts';
import { sharedGraph } from '../setup/test-graph.ts';
import { anyText } from './any-text.ts';

const { graph } = sharedGraph(SEED);

const STRINGS = Number(process.env.ANY_STRINGS ?? 2_000);
const IN_ONE = 100;
const LONGEST = 1_000;

/** Many strings in one request: roots that differ in the string only share a statement. */
const DOCUMENT = (() => {
  const numbers = Array.from({ length: IN_ONE }, (_, i) => i);
  const roots = numbers.map(
    (i) => `s${i}: search(query: $t${i}, first: 1) { didYouMean edges { node { id } highlights { ranges } } }
      g${i}: suggest(prefix: $t${i}, limit: 2) { text entity { id } }`,
  );
  return `query (${numbers.map((i) => `$t${i}: String!`).join(' ')} $names: [String!]!) {
    ${roots.join('\n')}
    resolve(names: $names) { text candidates { id } }
  }`;
})();

const WARMING = { ...Object.fromEntries(Array.from({ length: IN_ONE }, (_, i) => [`t${i}`, 'ehr'])), names: ['ehr'] };
/** Many searches are one statement here, on a machine that may be busy: what is tested is that none is refused. */
const PATIENT = {
  get deadline() {
    return Date.now() + 60_000;
  },
};

test(`searches, suggests and resolves ${STRINGS} arbitrary strings`, async () => {
  const seed = Math.floor(Math.random() * 2 ** 31);
  const texts = fc.sample(anyText, { numRuns: STRINGS, seed }).map((text) => text.slice(0, LONGEST));
  await graphql({
    schema,
    source: DOCUMENT,
    variableValues: WARMING,
    contextValue: contextOf(graph(), PATIENT),
  });
  const started = performance.now();
  for (let at = 0; at < texts.length; at += IN_ONE) {
    const names = texts.slice(at, at + IN_ONE);
    const contextValue = contextOf(graph(), PATIENT);
    const { data, errors } = await graphql({
      schema,
      source: DOCUMENT,
      variableValues: { ...Object.fromEntries(names.map((text, i) => [`t${i}`, text])), names },
      contextValue,
    });
    expect(errors, `seed ${seed}, from ${at}`).toBeUndefined();
    expect(contextValue.reader.statements).toBeLessThanOrEqual(5); // 201 roots of three shapes, 100 a batch
    expect((data as unknown as { resolve: { text: string }[] }).resolve.length).toBe(names.length);
  }
  console.log(`${texts.length} strings through three fields: ${((performance.now() - started) / 1000).toFixed(1)} s`);
}, 240_000);

test('refuses a longer string with a message', async () => {
  const long = fc.sample(anyText, { numRuns: 3_000, seed: 5 }).filter((text) => text.length > LONGEST);
  expect(long.length).toBeGreaterThan(50);
  for (const text of long) {
    for (const field of [
      'search(query: $t) { totalCount }',
      'suggest(prefix: $t) { text }',
      'resolve(names: [$t]) { text }',
    ]) {
      const { errors } = await graphql({
        schema,
        source: `query ($t: String!) { ${field} }`,
        variableValues: { t: text },
        contextValue: patientContext(graph()),
      });
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    }
  }
});
