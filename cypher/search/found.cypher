// Every match of a search, once, with its best score (see src/search/query.ts). A score does not depend on other matches,
// because cursors contain it. A match on an alias also finds what the alias denotes. src/search/query.ts writes the Lucene
// queries; users cannot.
WITH $cited AS cited, $named AS named, $asked AS asked, $exact AS exact, $start AS start, $words AS words
CALL (cited, named, asked, exact, start, words) {
  UNWIND cited AS one
  MATCH (hit:Entity) WHERE hit.citation = one.citation
  RETURN hit, one.score AS score
  UNION ALL
  UNWIND named AS one
  MATCH (hit:Entity) WHERE hit.nameKey = one.key
  RETURN hit, one.score AS score
  UNION ALL
  UNWIND asked AS one
  CALL db.index.fulltext.queryNodes(one.index, one.lucene) YIELD `node` AS hit
  RETURN hit, one.score
    + CASE WHEN NOT one.exactly THEN 0.0 WHEN hit.nameWords IN exact THEN 1.5 WHEN hit.nameWords STARTS WITH start THEN 1.0 ELSE 0.0 END
    + CASE WHEN one.wholly AND size(split(hit.nameWords, ' ')) = words THEN 0.25 ELSE 0.0 END AS score
}
WITH hit, max(score) AS score
UNWIND [hit] + CASE WHEN hit:Alias THEN COLLECT { MATCH (hit)-[:ALIAS_OF]->(meant:Entity) RETURN meant } ELSE [] END AS entity
WITH entity, max(score) AS score
