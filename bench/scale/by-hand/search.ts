import { highlights } from '../../../src/search/highlight.ts';
import { readQuery } from '../../../src/search/query.ts';
import { type ByHand, kindOf } from './statement.ts';

interface Found {
  score: number;
  node: object;
  fields: Parameters<typeof highlights>[0];
}

/** Q6: the first ten results of a search, with highlights. The reasons of a match are not asked for. */
export const search: ByHand = {
  parameters: ({ query }) => {
    const { cited, named, asked, exact, start, words, some, said } = readQuery(String(query));
    return { query, cited, named, asked, exact, start, words, some, said };
  },
  statement: `CALL () {
      UNWIND $cited AS one MATCH (hit:Entity {citation: one.citation})
      RETURN hit, one.score AS tier, 0.0 AS share, false AS isSome
      UNION ALL
      UNWIND $named AS one MATCH (hit:Entity {nameKey: one.key})
      RETURN hit, one.score AS tier, 0.0 AS share, false AS isSome
      UNION ALL
      UNWIND $asked AS one CALL db.index.fulltext.queryNodes(one.index, one.lucene) YIELD node AS hit
      RETURN hit, one.score + CASE WHEN NOT one.exactly THEN 0.0 WHEN hit.nameWords IN $exact THEN 1.5
          WHEN hit.nameWords STARTS WITH $start THEN 1.0 ELSE 0.0 END
        + CASE WHEN one.wholly AND size(split(hit.nameWords, ' ')) = $words THEN 0.25 ELSE 0.0 END AS tier,
        0.0 AS share, false AS isSome
      UNION ALL
      UNWIND $some AS one CALL db.index.fulltext.queryNodes(one.index, one.lucene, {limit: 100}) YIELD node AS hit, score AS raw
      RETURN hit, 0.0 AS tier, one.weight * raw / (raw + one.half) AS share, true AS isSome
      UNION ALL
      UNWIND $said AS one
      CALL db.index.fulltext.queryNodes('glossograph_passage_texts', one.lucene, {limit: 100}) YIELD node AS passage, score AS raw
      WITH passage.of AS of, one, max(raw) AS raw
      MATCH (hit:Entity {id: of})
      RETURN hit, 0.0 AS tier, one.weight * raw / (raw + one.half) AS share, true AS isSome
    }
    WITH hit, max(tier) AS tier, sum(share) AS share, max(isSome) AS isSome
    UNWIND CASE WHEN hit:Alias THEN COLLECT { MATCH (hit)-[:ALIAS_OF]->(meant:Entity) RETURN meant } ELSE [hit] END AS n
    WITH n, max(tier) AS tier, max(share) AS share, max(isSome) AS isSome
    WHERE NOT n:Alias AND (tier > 0.0 OR isSome)
    WITH n, CASE WHEN tier >= 4.0 THEN tier ELSE 2.0 * (0.0 + 0.2 * share
      + CASE WHEN tier >= 3.0 THEN 0.15 WHEN tier >= 2.0 THEN 0.08 WHEN tier >= 1.0 THEN 0.02 ELSE 0.0 END
      + CASE WHEN n.vocabulary = 'glossograph' THEN 0.32 WHEN n.vocabulary = 'law' THEN 0.27
        WHEN n.vocabulary IS NOT NULL THEN 0.05 WHEN n.level = 'PARAGRAPH' THEN 0.25 WHEN n.level = 'ELEMENT' THEN 0.05
        ELSE 0.3 END) END AS score
    WITH n, score ORDER BY score DESC, COUNT { (n)--() } DESC, n.label, n.id LIMIT 10
    RETURN collect({score: score, node: {id: n.id, label: n.label, kind: ${kindOf('n')}},
      fields: n {.label, .heading, .summary, .shortDefinition, .definition, .text, query: $query, aliases: COLLECT {
        MATCH (n)<-[:ALIAS_OF]-(a:Alias) WITH a ORDER BY a.label, a.id RETURN a.label }}}) AS value`,
  answer: (found) => ({
    search: {
      edges: (found as Found[]).map(({ score, node, fields }) => ({ score, node, highlights: highlights(fields) })),
    },
  }),
};
