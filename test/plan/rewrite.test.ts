import { expect, test } from 'vitest';
import { rewrite } from '../../src/graph/rewrite.ts';
import { fragmentOf } from '../../src/plan/fragment.ts';

const marked = (cypher: string) => rewrite(cypher, { variable: (name) => `${name}_`, param: (name) => `<${name}>` });

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
