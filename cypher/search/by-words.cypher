// What holds the whole query: by its citation, its name, or all of its words. `bound` is for Lucene: {} reads all.
UNWIND cited AS one
MATCH (hit:Entity) WHERE hit.citation = one.citation
RETURN hit, one.score AS tier, 0.0 AS share, 'CITED' AS reason
UNION ALL
UNWIND named AS one
MATCH (hit:Entity) WHERE hit.nameKey = one.key
RETURN hit, one.score AS tier, 0.0 AS share, 'NAMED' AS reason
UNION ALL
UNWIND asked AS one
CALL db.index.fulltext.queryNodes(one.index, one.lucene, bound) YIELD `node` AS hit
WITH hit, one, CASE
  WHEN one.exactly AND hit.nameWords IN exact THEN 'NAMED'
  WHEN one.exactly AND hit.nameWords STARTS WITH start THEN 'BEGINS'
  ELSE one.reason
END AS reason, words
RETURN hit, one.score + CASE WHEN NOT one.exactly THEN 0.0 WHEN reason = 'NAMED' THEN 1.5 WHEN reason = 'BEGINS' THEN 1.0 ELSE 0.0 END
  + CASE WHEN one.wholly AND size(split(hit.nameWords, ' ')) = words THEN 0.25 ELSE 0.0 END AS tier, 0.0 AS share, reason
