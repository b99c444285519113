// Everything that a search finds, each once, with the best of its scores: a citation 7 and less by its distance, an exact
// name 6, an exact name in another form 5.5, a name that begins so 5, words in names 4, in headings 3, in texts 2, with a
// typo 1; 0.25 more for a name that has no other words. A score does not depend on what else is found, as cursors hold it.
// An alias is found beside what it stands for. The Lucene queries are written by src/search/query.ts, never by a person.
WITH $citations AS citations, $typed AS typed, $forms AS forms, $names AS names, $exact AS exact, $start AS start,
  $words AS words, $headings AS headings, $texts AS texts, $fuzzy AS fuzzy
CALL (citations, typed, forms, names, exact, start, words, headings, texts, fuzzy) {
  UNWIND range(0, size(citations) - 1) AS away
  MATCH (hit:Regulation|Statute) WHERE hit.citation = citations[away]
  RETURN hit, 7.0 - away / 100.0 AS score
  UNION ALL
  MATCH (hit:Entity) WHERE hit.nameKey = typed AND typed <> ''
  RETURN hit, 6.0 AS score
  UNION ALL
  UNWIND forms AS form MATCH (hit:Entity) WHERE hit.nameKey = form
  RETURN hit, 5.5 AS score
  UNION ALL
  UNWIND CASE WHEN names = '' THEN [] ELSE [names] END AS query
  CALL db.index.fulltext.queryNodes('entity_names', query) YIELD `node` AS hit
  RETURN hit, CASE WHEN hit.nameWords IN exact THEN 5.5 WHEN hit.nameWords STARTS WITH start THEN 5.0 ELSE 4.0 END
    + CASE WHEN size(split(hit.nameWords, ' ')) = words THEN 0.25 ELSE 0.0 END AS score
  UNION ALL
  UNWIND CASE WHEN headings = '' THEN [] ELSE [headings] END AS query
  CALL db.index.fulltext.queryNodes('entity_texts', query) YIELD `node` AS hit
  RETURN hit, 3.0 AS score
  UNION ALL
  UNWIND CASE WHEN texts = '' THEN [] ELSE [texts] END AS query
  CALL db.index.fulltext.queryNodes('entity_texts', query) YIELD `node` AS hit
  RETURN hit, 2.0 AS score
  UNION ALL
  UNWIND CASE WHEN fuzzy = '' THEN [] ELSE [fuzzy] END AS query
  CALL db.index.fulltext.queryNodes('entity_names', query) YIELD `node` AS hit
  RETURN hit, CASE WHEN size(split(hit.nameWords, ' ')) = words THEN 1.25 ELSE 1.0 END AS score
}
WITH hit, max(score) AS score
UNWIND [hit] + CASE WHEN hit:Alias THEN COLLECT { MATCH (hit)-[:ALIAS_OF]->(meant:Entity) RETURN meant } ELSE [] END AS entity
WITH entity, max(score) AS score
