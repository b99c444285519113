/** Changes of the schema since the last release. */
import { buildSchema } from 'graphql';
import { describe, expect, test } from 'vitest';
import { compareWithRelease } from '../../schema/compatibility.ts';

const RELEASED = `
  type Query { term(slug: ID!, lang: String @deprecated(reason: "Use locale.")): Term old: Old @deprecated(reason: "Use term.") found: [Found!]! }
  type Term implements Entity { id: ID! name: String label: String @deprecated(reason: "Use name.") kind: Kind }
  type Rule implements Entity { id: ID! }
  interface Entity { id: ID! }
  union Found = Term | Rule
  type Old { parts: [Part!] }
  type Part { id: ID! }
  enum Kind { A B @deprecated(reason: "Use A.") }
`;
const compare = (change: (sdl: string) => string) => {
  const { breaking, dangerous } = compareWithRelease(RELEASED, buildSchema(change(RELEASED)));
  return { breaking: breaking.map(({ description }) => description), dangerous: dangerous.map(({ type }) => type) };
};

describe('since the last release', () => {
  test('no change, a new field, and a new optional argument break nothing', () => {
    expect(compare((sdl) => sdl)).toEqual({ breaking: [], dangerous: [] });
    expect(compare((sdl) => sdl.replace('name: String', 'name(short: Boolean): String more: Int')).breaking).toEqual(
      [],
    );
  });

  test('a deprecated field, argument, and value may go, with the types that only they used', () => {
    const { breaking } = compare((sdl) =>
      sdl
        .replace(/, lang: String @deprecated\(.*?\)/, '')
        .replace(/old: Old @deprecated\(.*?\)/, '')
        .replace(/label: String @deprecated\(.*?\)/, '')
        .replace(/ B @deprecated\(.*?\)/, '')
        .replace(/type (Old|Part) .*\n/g, ''),
    );
    expect(breaking).toEqual([]);
  });

  test.each([
    ['a field that was not deprecated', 'name: String', '', 'Term.name was removed.'],
    ['an argument that was not deprecated', 'slug: ID!, ', '', 'Query.term arg slug was removed.'],
    ['a value', 'A B', 'B', 'A was removed from enum type Kind.'],
    ['a type', /type Rule.*\n/, '', 'Rule was removed.'],
    ['another type of a field', 'name: String', 'name: Int', 'Term.name changed type from String to Int.'],
    ['a new required argument', 'name: String', 'name(short: Boolean!): String', /required arg short on Term\.name/i],
    ['an interface', 'Rule implements Entity', 'Rule', 'Rule no longer implements interface Entity.'],
  ])('%s must not go', (_what, from, to, description) => {
    const { breaking } = compare((sdl) =>
      sdl
        .replace(from, to)
        .replace('= Term | Rule', /Rule/.test(String(from)) && to === '' ? '= Term' : '= Term | Rule'),
    );
    expect(breaking).toEqual(expect.arrayContaining([expect.stringMatching(description)]));
  });

  test('a deprecation that came after the release does not excuse a removal', () => {
    const { breaking } = compareWithRelease('type Query { a: Int b: Int }', buildSchema('type Query { b: Int }'));
    expect(breaking).toHaveLength(1);
  });

  test('a new value of an enum is reported as a surprise, not as a break', () => {
    expect(compare((sdl) => sdl.replace('A B', 'A C B'))).toEqual({ breaking: [], dangerous: ['VALUE_ADDED_TO_ENUM'] });
  });
});
