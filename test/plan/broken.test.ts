/** A fragment that is broken fails its query with a logged cause: it is a mistake of ours, never a null. */
import SchemaBuilder from '@pothos/core';
import '../../src/plan/field-builder.ts';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { contextOf, type GraphContext } from '../../schema/context.ts';
import { parseConfig } from '../../src/config.ts';
import { badInput } from '../../src/graph/errors.ts';
import { type Listening, listen } from '../../src/http/server.ts';
import { fragmentOf } from '../../src/plan/fragment.ts';
import { createApp } from '../../src/server/app.ts';
import { testGraph } from '../setup/test-graph.ts';

const { graph } = testGraph();
const one = fragmentOf('test/one', 'UNWIND [{n: 1}] AS node');
const unplannable = {
  ...one,
  get match(): string {
    throw new TypeError('a text that cannot be made');
  },
};
const invalid = fragmentOf('test/invalid', 'MATCH (node:Term WHERE');

const builder = new SchemaBuilder<{ Context: GraphContext; DefaultFieldNullability: false }>({
  defaultFieldNullability: false,
});
const Thing = builder.objectRef<{ n: number }>('Thing');
Thing.implement({
  fields: (t) => ({
    n: t.exposeInt('n'),
    sound: t.one(Thing, one, { description: 'Itself.' }),
    throws: t.one(Thing, unplannable, { description: 'Fails while it is planned.' }),
    invalid: t.one(Thing, invalid, { description: 'Not valid Cypher.' }),
    refuses: t.one(Thing, one, {
      description: 'Accepts no argument.',
      params: () => {
        throw badInput('n: must be something else');
      },
    }),
  }),
});
builder.queryType({ fields: (t) => ({ thing: t.one(Thing, one, { description: 'A thing.' }) }) });

const logged: string[] = [];
let server: Listening;
beforeAll(async () => {
  const log = pino({ level: 'info' }, { write: (line: string) => logged.push(line) });
  const config = parseConfig({ PORT: '0' });
  const app = createApp({
    ...{ schema: builder.toSchema(), config, log },
    contextFor: (trace) => contextOf(graph(), trace),
    ready: async () => ({ database: true, seeded: true }),
  });
  server = await listen(app, config.HOST, config.PORT);
});
beforeEach(() => {
  logged.length = 0;
});
afterAll(() => server.stop());

async function ask(query: string) {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return response.json();
}

test('a fragment that is sound answers', async () => {
  expect(await ask('{ thing { n sound { n } } }')).toEqual({ data: { thing: { n: 1, sound: { n: 1 } } } });
});

test.each([
  ['throws', 'a text that cannot be made'],
  ['invalid', 'Neo.ClientError.Statement.SyntaxError'],
])('a fragment that %s is an INTERNAL_SERVER_ERROR with a logged cause, not a null', async (field, cause) => {
  const { data, errors } = await ask(`{ thing { n sound { ${field} { n } } } }`);
  expect(data).toEqual({ thing: null });
  expect(errors).toMatchObject([{ path: ['thing'], extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
  expect(JSON.stringify(errors)).not.toContain(cause);
  expect(logged.filter((line) => line.includes('unexpected error')).join('')).toContain(cause);
});

test('arguments that a field refuses are reported at its path, and its siblings answer', async () => {
  const { data, errors } = await ask('{ thing { n refuses { n } sound { n } } }');
  expect(data).toEqual({ thing: { n: 1, refuses: null, sound: { n: 1 } } });
  expect(errors).toMatchObject([{ path: ['thing', 'refuses'], extensions: { code: 'BAD_USER_INPUT' } }]);
});
