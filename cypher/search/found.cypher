// Every match of a search, once, with its score and its reasons (see src/search/query.ts and docs/relevance.md). A match on an alias
// also finds what the alias denotes. src/search/query.ts writes the Lucene queries; users cannot.
WITH $cited AS cited, $named AS named, $asked AS asked, $exact AS exact, $start AS start, $words AS words, $some AS some,
  $said AS said, $vector AS asking
CALL (cited, named, asked, exact, start, words, some, said, asking) {
  UNWIND cited AS one
  MATCH (hit:Entity) WHERE hit.citation = one.citation
  RETURN hit, one.score AS tier, 0.0 AS share, 'CITED' AS reason
  UNION ALL
  UNWIND named AS one
  MATCH (hit:Entity) WHERE hit.nameKey = one.key
  RETURN hit, one.score AS tier, 0.0 AS share, 'NAMED' AS reason
  UNION ALL
  UNWIND asked AS one
  CALL db.index.fulltext.queryNodes(one.index, one.lucene) YIELD `node` AS hit
  WITH hit, one, CASE
    WHEN one.exactly AND hit.nameWords IN exact THEN 'NAMED'
    WHEN one.exactly AND hit.nameWords STARTS WITH start THEN 'BEGINS'
    ELSE one.reason
  END AS reason, words
  RETURN hit, one.score + CASE WHEN NOT one.exactly THEN 0.0 WHEN reason = 'NAMED' THEN 1.5 WHEN reason = 'BEGINS' THEN 1.0 ELSE 0.0 END
    + CASE WHEN one.wholly AND size(split(hit.nameWords, ' ')) = words THEN 0.25 ELSE 0.0 END AS tier, 0.0 AS share, reason
  UNION ALL
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
}
WITH asking, hit, max(tier) AS tier, sum(share) AS share, collect(DISTINCT reason) AS reasons
UNWIND [hit] + CASE WHEN hit:Alias THEN COLLECT { MATCH (hit)-[:ALIAS_OF]->(meant:Entity) RETURN meant } ELSE [] END AS entity
WITH asking, entity, max(tier) AS tier, max(share) AS share, collect(reasons) AS lists
WHERE ${vocabulary/among(entity)}
  AND ($within IS NULL OR (entity:Regulation AND ${regulation/lies-within(entity)}))
  AND ${days/existed(entity)}
WITH asking, entity, tier, share, reduce(all = [], list IN lists | all + [one IN list WHERE NOT one IN all]) AS reasons
WITH entity, tier, share, reasons, asking, CASE
  WHEN asking IS NULL OR tier >= 4.0 OR NOT ('SOME_WORDS' IN reasons OR 'MEANING' IN reasons) THEN NULL
  ELSE reduce(best = 0.0, one IN COLLECT {
    MATCH (passage:Passage {of: entity.id})
    RETURN passage.weight * (2.0 * vector.similarity.cosine(passage.vector, asking) - 1.0)
  } | CASE WHEN one > best THEN one ELSE best END)
END AS near,
  // Words without sense come closer to the short texts of a large glossary than to ours.
  CASE WHEN coalesce(entity.vocabulary, 'law') IN ['glossograph', 'law'] THEN 0.63 ELSE 0.7 END AS floor
WHERE tier > 0.0 OR (asking IS NULL AND 'SOME_WORDS' IN reasons) OR ('SOME_WORDS' IN reasons AND near >= 0.5)
  OR ('MEANING' IN reasons AND near >= floor)
WITH entity, tier, [reason IN reasons WHERE reason <> 'MEANING' OR near >= floor] AS reasons, CASE
  WHEN tier >= 4.0 THEN tier
  // What was found by some of its words, by its text, or by its meaning is one list: see docs/relevance.md.
  ELSE 2.0 * (coalesce(near, 0.0) + 0.2 * share
    + CASE WHEN tier >= 3.0 THEN 0.15 WHEN tier >= 2.0 THEN 0.08 WHEN tier >= 1.0 THEN 0.02 ELSE 0.0 END
    + CASE
      WHEN entity.vocabulary = 'glossograph' THEN 0.32
      WHEN entity.vocabulary = 'law' THEN 0.27
      WHEN entity.vocabulary IS NOT NULL THEN 0.05
      WHEN entity.level = 'PARAGRAPH' THEN 0.25
      WHEN entity.level = 'ELEMENT' THEN 0.05
      ELSE 0.3
    END)
END AS score
