/** Introspection and suggestions, which can be turned off. No database is needed. */
import { getIntrospectionQuery } from 'graphql';
import { describe, expect, test } from 'vitest';
import { doorServer, WAYS } from '../setup/door-server.ts';

const { start, ask } = doorServer();

describe.each(WAYS)('by %s', (_way, more) => {
  const asked = async (query: string, variables?: object) => {
    const { status, text } = await ask('/graphql', more, { query, variables });
    const { data, errors = [] } = JSON.parse(text) as {
      data?: object;
      errors?: { message: string; extensions: { code: string } }[];
    };
    return {
      status,
      data,
      messages: errors.map(({ message }) => message),
      codes: errors.map((e) => e.extensions.code),
    };
  };

  test('introspection is on by default', async () => {
    await start({});
    expect((await asked(getIntrospectionQuery())).data).toHaveProperty('__schema');
  });

  test('INTROSPECTION=off refuses __schema and __type, also in fragments, but not __typename', async () => {
    await start({ INTROSPECTION: 'off' });
    for (const query of [
      getIntrospectionQuery(),
      '{ x: __schema { queryType { name } } }',
      '{ __type(name: "Query") { name } }',
      '{ ...A } fragment A on Query { __type(name: "Query") { name } }',
      '{ ... { hello __schema { queryType { name } } } }',
    ]) {
      const { status, data, codes, messages } = await asked(query);
      expect([status, data, codes]).toEqual([200, undefined, ['FORBIDDEN']]);
      expect(messages[0]).toMatch(/^__(schema|type): introspection is turned off/);
    }
    expect((await asked('{ __typename hello }')).data).toEqual({ __typename: 'Query', hello: 'world' });
  });

  const WITH_SUGGESTIONS: [string, object?][] = [
    ['{ helo }'],
    ['{ some(kinds: TERM) }'],
    ['{ some(kind: TERMS) }'],
    ['{ hello } fragment A on Quer { hello }'],
    ['query($kind: Kind) { some(kind: $kind) }', { kind: 'TERMS' }],
  ];

  test('SUGGESTIONS=off removes the suggestions from messages and keeps the rest', async () => {
    const told = async () => {
      const found: string[] = [];
      for (const [query, variables] of WITH_SUGGESTIONS) found.push((await asked(query, variables)).messages[0] ?? '');
      return found;
    };
    await start({});
    const suggesting = await told();
    for (const message of suggesting) expect(message).toContain('Did you mean');
    await start({ SUGGESTIONS: 'off' });
    const silent = await told();
    expect(silent).toEqual(suggesting.map((message) => message.replace(/ Did you mean.*$/, '')));
    expect((await asked('{ helo }')).codes).toEqual(['GRAPHQL_VALIDATION_FAILED']);
  });
});
