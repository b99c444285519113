// Everything that a search finds, once, with the best of its scores: a citation 7 and less by its distance, an exact name 6,
// an exact name in another form 5.5, a name that begins so 5, words in names 4, in headings 3, in texts 2, with a typo 1;
// 0.25 more for a name that has no other words. Scores do not depend on what else is found, as cursors hold them.
// An alias is found beside what it stands for. The Lucene queries are written by src/search/query.ts, never by a person.
WITH COLLECT {
  UNWIND range(0, size($citations) - 1) AS away
  MATCH (hit:Regulation|Statute) WHERE hit.citation = $citations[away]
  RETURN {hit: hit, score: 7.0 - away / 100.0}
} + COLLECT {
  MATCH (hit:Entity) WHERE hit.nameKey = $typed AND $typed <> '' RETURN {hit: hit, score: 6.0}
} + COLLECT {
  UNWIND $keys AS form MATCH (hit:Entity) WHERE hit.nameKey = form RETURN {hit: hit, score: 5.5}
} + COLLECT {
  UNWIND CASE WHEN $names = '' THEN [] ELSE [$names] END AS words
  CALL db.index.fulltext.queryNodes('entity_names', words) YIELD `node` AS hit
  RETURN {hit: hit, score: CASE WHEN hit.nameWords IN $exact THEN 5.5 WHEN hit.nameWords STARTS WITH $start THEN 5.0 ELSE 4.0 END
    + CASE WHEN size(split(hit.nameWords, ' ')) = $count THEN 0.25 ELSE 0.0 END}
} + COLLECT {
  UNWIND CASE WHEN $headings = '' THEN [] ELSE [$headings] END AS words
  CALL db.index.fulltext.queryNodes('entity_texts', words) YIELD `node` AS hit RETURN {hit: hit, score: 3.0}
} + COLLECT {
  UNWIND CASE WHEN $texts = '' THEN [] ELSE [$texts] END AS words
  CALL db.index.fulltext.queryNodes('entity_texts', words) YIELD `node` AS hit RETURN {hit: hit, score: 2.0}
} + COLLECT {
  UNWIND CASE WHEN $fuzzy = '' THEN [] ELSE [$fuzzy] END AS words
  CALL db.index.fulltext.queryNodes('entity_names', words) YIELD `node` AS hit
  RETURN {hit: hit, score: CASE WHEN size(split(hit.nameWords, ' ')) = $count THEN 1.25 ELSE 1.0 END}
} AS hits
WITH COLLECT {
  UNWIND hits AS one
  WITH one.hit AS hit, max(one.score) AS score
  UNWIND [hit] + CASE WHEN hit:Alias THEN COLLECT { MATCH (hit)-[:ALIAS_OF]->(meant:Entity) RETURN meant } ELSE [] END AS entity
  WITH entity, max(score) AS score
  RETURN {entity: entity, score: score, kind: [name IN labels(entity) WHERE name <> 'Entity'][0]}
} AS found
WITH found, $query AS query,
  [one IN found WHERE CASE WHEN $labels IS NULL THEN one.kind <> 'Alias' ELSE one.kind IN $labels END] AS shown
