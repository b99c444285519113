// What holds some words of the query, or is near in meaning: at most some hundreds.
UNWIND some AS one
CALL db.index.fulltext.queryNodes(one.index, one.lucene, {limit: 100}) YIELD `node` AS hit, `score` AS raw
RETURN hit, 0.0 AS tier, one.weight * raw / (raw + one.half) AS share, 'SOME_WORDS' AS reason
UNION ALL
UNWIND said AS one
CALL db.index.fulltext.queryNodes('glossograph_passage_texts', one.lucene, {limit: 100}) YIELD `node` AS passage, `score` AS raw
WITH passage.of AS of, one, max(raw) AS raw
MATCH (hit:Entity {id: of})
RETURN hit, 0.0 AS tier, one.weight * raw / (raw + one.half) AS share, 'SOME_WORDS' AS reason
UNION ALL
UNWIND CASE WHEN asking IS NULL THEN [] ELSE ['glossograph_own_passage_vectors', 'glossograph_passage_vectors'] END AS index
CALL db.index.vector.queryNodes(index, 300, asking) YIELD `node` AS passage, `score` AS raw
WITH passage.of AS of, max(raw) AS raw
MATCH (hit:Entity {id: of})
// Elements of many versions of a guide must not take all 50 places. A cosine is 2 * raw - 1, so this is about their weight below.
WITH hit, raw ORDER BY raw - CASE WHEN hit.level = 'ELEMENT' THEN 0.12 ELSE 0.0 END DESC, hit.id LIMIT 50
RETURN hit, 0.0 AS tier, 0.0 AS share, 'MEANING' AS reason
