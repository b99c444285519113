/** The work that is timed: a GraphQL request, and one hand-written statement that fetches the same. */
export interface Work {
  name: string;
  /** The variables of a run, from a number that changes with each. */
  variables(i: number): Record<string, unknown>;
  query: string;
  statement: string;
  /** What both answers must agree in: read from the data of the one, and from the value of the other. */
  same: { glossograph(data: Answer): unknown; hand(value: Answer): unknown };
}

/** An answer, looked into by path: `at(answer, 'term', 'name')`; a list is looked into item by item. */
export type Answer = Record<string, unknown>;
const at = (found: unknown, ...path: string[]): unknown => {
  if (Array.isArray(found)) return found.map((item) => at(item, ...path));
  const [key, ...rest] = path;
  return key === undefined ? found : at((found as Answer)[key], ...rest);
};
const firstTen = (list: unknown) => (list as unknown[]).slice(0, 10);
const firstFive = (lists: unknown) => (lists as unknown[][]).map((list) => list.slice(0, 5));

const SUMMARY = 'slug name shortDefinition';

export const WORKS: Work[] = [
  {
    name: 'term page',
    variables: (i) => ({ slug: `t${i % 10 === 0 ? i % 20 : (i * 7919) % 10_000}` }), // one in ten a hub
    query: `query ($slug: String!) { term(slug: $slug) {
      id name degree shortDefinition definition keyTakeaways sections { heading body } aliases { name aliasKind }
      relatedTerms(first: 10) { totalCount pageInfo { hasNextPage } edges { cursor node { ${SUMMARY} } } }
      mentionedIn(first: 10) { edges { count node { citation heading } } }
      standards { key name } statutes { citation name } } }`,
    same: {
      glossograph: (data) => [at(data, 'term', 'name'), at(data, 'term', 'relatedTerms', 'edges', 'node', 'slug')],
      hand: (value) => [at(value, 'name'), firstTen(at(value, 'related', 'node', 'slug'))],
    },
    statement: `MATCH (t:Term {slug: $slug}) RETURN t {.id, .name, .shortDefinition, .definition, .keyTakeaways,
      .sectionHeadings, .sectionBodies, degree: COUNT { (t)--() },
      aliases: COLLECT { MATCH (t)<-[:ALIAS_OF]-(a:Alias) WITH a ORDER BY a.name, a.id RETURN a {.name, .aliasKind} },
      total: COUNT { (t)-[:RELATED_TO]-(:Term) },
      related: COLLECT { MATCH (t)-[e:RELATED_TO]-(x:Term) WITH x, e ORDER BY e.weight DESC, x.name, x.id, e.id LIMIT 11
        RETURN {cursor: [e.weight, x.name, x.id, e.id], node: x {.slug, .name, .shortDefinition}} },
      mentioned: COLLECT { MATCH (t)<-[e:MENTIONS]-(r:Regulation) WITH r, e ORDER BY r.sortKey, r.id, e.id LIMIT 11
        RETURN {count: size(e.evidenceRules), node: r {.citation, .heading}} },
      standards: COLLECT { MATCH (t)-[:ABOUT]->(s:Standard) WITH s ORDER BY s.key RETURN s {.key, .name} },
      statutes: COLLECT { MATCH (t)-[:ABOUT]->(s:Statute) WITH s ORDER BY s.name RETURN s {.citation, .name} }
    } AS value`,
  },
  {
    name: 'part, sections, terms',
    variables: (i) => ({ citation: `45 CFR Part ${1 + (i % 40)}` }),
    query: `query ($citation: String!) { regulation(citation: $citation) { citation heading
      children { citation heading mentions(first: 5) { edges { count node { ${SUMMARY} } } } } } }`,
    same: {
      glossograph: (data) => [
        at(data, 'regulation', 'children', 'citation'),
        at(data, 'regulation', 'children', 'mentions', 'edges', 'node', 'slug'),
      ],
      hand: (value) => [
        at(value, 'children', 'citation'),
        firstFive(at(value, 'children', 'mentions', 'node', 'slug')),
      ],
    },
    statement: `MATCH (p:Regulation {citation: $citation}) RETURN p {.citation, .heading,
      children: COLLECT { MATCH (p)<-[o:PART_OF]-(s:Regulation) WITH s, o ORDER BY o.position, s.id RETURN s {.citation, .heading,
        mentions: COLLECT { MATCH (s)-[e:MENTIONS]->(t:Term) WITH t, e ORDER BY t.name, t.id, e.id LIMIT 6
          RETURN {count: size(e.evidenceRules), node: t {.slug, .name, .shortDefinition}} } } } } AS value`,
  },
  {
    name: 'neighborhood, two hops',
    variables: (i) => ({ id: `Term:t${i % 10 === 0 ? i % 20 : (i * 7919) % 10_000}` }),
    query: `query ($id: ID!) { neighborhood(of: [$id], depth: 2, limit: 100, ranking: DEGREE) {
      nodes { key kind label degree distance } edges { key source target type weight } completeness { exact reasons omittedNodes } } }`,
    same: {
      glossograph: (data) => [at(data, 'neighborhood', 'nodes', 'key'), at(data, 'neighborhood', 'edges', 'key')],
      hand: (value) => [at(value, 'nodes', 'id'), at(value, 'edges', 'id')],
    },
    statement: `MATCH (origin:Entity {id: $id})
      CALL (origin) { MATCH (origin)-[]-(one:Entity) WITH DISTINCT one WITH one, COUNT { (one)--() } AS degree
        ORDER BY degree DESC, one.label, one.id LIMIT 99
        RETURN collect({node: one, degree: degree, distance: 1}) AS first }
      CALL (origin) { MATCH (origin)-[]-(one:Entity) RETURN collect(DISTINCT one) AS reached }
      CALL (origin, first, reached) { UNWIND first AS step WITH step.node AS one MATCH (one)-[]-(two:Entity) WHERE two <> origin AND NOT two IN reached
        WITH DISTINCT two WITH two, COUNT { (two)--() } AS degree ORDER BY degree DESC, two.label, two.id LIMIT 99
        RETURN collect({node: two, degree: degree, distance: 2}) AS second }
      CALL (first) { UNWIND first AS step WITH step.node AS one MATCH (one)-[]-(two:Entity) RETURN count(DISTINCT two) AS behind }
      WITH [{node: origin, degree: COUNT { (origin)--() }, distance: 0}] + first + second[..99 - size(first)] AS kept, size(reached) + behind AS seen
      WITH kept, seen, [one IN kept | one.node] AS nodes
      CALL (nodes) { UNWIND nodes AS a MATCH (a)-[e]->(b) WHERE b IN nodes
        WITH e, a, b ORDER BY a.id, type(e), b.id, e.id RETURN collect({id: e.id, source: a.id, target: b.id, type: type(e), weight: e.weight}) AS edges }
      RETURN {nodes: [one IN kept | {id: one.node.id, kind: labels(one.node)[1], label: one.node.label, degree: one.degree, distance: one.distance}],
        edges: edges, seen: seen} AS value`,
  },
];
