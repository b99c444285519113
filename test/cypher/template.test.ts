/** How `.cypher` files become texts, and how a text gets the names of its place in a statement. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: placeholders of .cypher files look like those of TypeScript
import { describe, expect, test } from 'vitest';
import { boundVariables, fillIn, readCypher, rename } from '../../src/graph/template.ts';
import { fragmentOf } from '../../src/plan/fragment.ts';

const marked = (cypher: string) => rename(cypher, { variable: (name) => `${name}_`, param: (name) => `<${name}>` });

test.each([
  [
    'variables and parameters',
    'MATCH (parent)-[edge:CITES]->(node) WHERE node.id = $id',
    'MATCH (parent_)-[edge_:CITES]->(node_) WHERE node_.id = <id>',
  ],
  ['no keyword, property, label or type', 'MATCH (n:Term) RETURN n.name', 'MATCH (n_:Term) RETURN n_.name'],
  ['no function', 'RETURN coalesce(a, toLower(b))', 'RETURN coalesce(a_, toLower(b_))'],
  [
    'no procedure of a namespace',
    "CALL db.index.fulltext.queryNodes('x', words)",
    "CALL db.index.fulltext.queryNodes('x', words_)",
  ],
  ['no quoted name', 'YIELD `node` AS hit', 'YIELD `node` AS hit_'],
  ['no string', "WHERE a = 'b $c \\' d' AND b = \"e\"", "WHERE a_ = 'b $c \\' d' AND b_ = \"e\""],
  ['no map key', 'WITH {text: text, count: size(list)} AS node', 'WITH {text: text_, count: size(list_)} AS node_'],
  ['no constant', 'RETURN true OR false OR null', 'RETURN true OR false OR null'],
  ['a map projection', 'RETURN node {.id, name: label}', 'RETURN node_ {.id, name: label_}'],
])('renames %s', (_what, cypher, expected) => {
  expect(marked(cypher)).toBe(expected);
});

test('an expression binds what its patterns, lists and columns name, and reads the rest', () => {
  const cypher =
    'COLLECT { MATCH path = (unit:Regulation)-[part:PART_OF]->(it) WITH unit, size(words) AS count WHERE any(one IN words WHERE one IN list) RETURN [two IN list | reduce(sum = 0, three IN two | sum + three)] }';
  expect([...boundVariables(cypher)].sort()).toEqual(['count', 'one', 'part', 'path', 'sum', 'three', 'two', 'unit']);
});

test('a fragment knows its order, its parameters and its keys', () => {
  const found = fragmentOf(
    'x/y',
    'MATCH (node:Term)\nWHERE node.a = $a\nWITH node\n  ORDER BY node.b LIMIT $b\nORDER BY coalesce(node.w, 0) DESC, node.id',
  );
  expect(found).toMatchObject({
    match: 'MATCH (node:Term) WHERE node.a = $a WITH node ORDER BY node.b LIMIT $b',
    order: [
      { cypher: 'coalesce(node.w, 0)', descending: true },
      { cypher: 'node.id', descending: false },
    ],
    params: ['a', 'b'],
    keys: ['a', 'b'],
  });
});

describe('a placeholder', () => {
  test('takes labels, relation types and whole numbers, in order and more than once', () => {
    expect(fillIn('MATCH (n:${labels})-[:${type}*1..${n}]->(:${labels})', { labels: 'A:B', type: 'CITES', n: 3 })).toBe(
      'MATCH (n:A:B)-[:CITES*1..3]->(:A:B)',
    );
  });

  test('names another file, whose variable `it` becomes the one in parentheses', () => {
    expect(fillIn('WHERE ${days/in-force(edge)}', {})).toBe(
      "WHERE coalesce(edge.validFrom, '') <= $asOfOrToday AND coalesce(edge.validTo, '9999') > $asOfOrToday",
    );
    expect(fillIn('${days/stood(far)}', {})).toContain(`(${fillIn('${days/existed(far)}', {})} AND `);
    expect(fillIn('${days/in-force}', {})).toBe(readCypher('days/in-force'));
  });

  test.each(['A) DETACH DELETE n //', '', '`A`', 'A B', '1', -0.5, Number.NaN, undefined])('refuses %j', (value) => {
    expect(() => fillIn('(:${label})', value === undefined ? {} : { label: value })).toThrow('${label}: must be');
  });

  test('of a file that does not exist is an error', () => {
    expect(() => fillIn('${days/nowhere(it)}', {})).toThrow('nowhere.cypher');
  });
});
