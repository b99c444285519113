// Entities whose names hold the words. $words is a Lucene query that `src/search` wrote, never what a person typed.
UNWIND CASE WHEN $words = '' THEN [] ELSE [$words] END AS words
CALL db.index.fulltext.queryNodes('entity_names', words) YIELD `node` AS node, `score` AS score
WHERE $labels IS NULL OR ANY(label IN labels(node) WHERE label IN $labels)
ORDER BY score DESC, node.id
