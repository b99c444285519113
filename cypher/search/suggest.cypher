// Entities with a name that starts with the words; an alias suggests what it denotes. Each entity once, those of the
// vocabulary with the lowest rank first, and of these the best connected. A client asks at every key, so only the first names
// in the order of the indexes are read, unless the client limits the kinds; our own names are read for themselves, because a
// large glossary has thousands that begin alike.
WITH COLLECT {
  MATCH (hit:Entity) WHERE hit.nameKey STARTS WITH CASE WHEN $words = '' THEN NULL ELSE $start END
    AND ($labels IS NULL OR ANY(label IN labels(hit) WHERE label = 'Alias' OR label IN $labels))
    AND ${vocabulary/among(hit)}
  WITH hit ORDER BY hit.nameKey LIMIT 100 RETURN hit
} + COLLECT {
  MATCH (hit:Entity) WHERE hit.nameKey STARTS WITH CASE WHEN $words = '' THEN NULL ELSE $start END
    AND ($labels IS NULL OR ANY(label IN labels(hit) WHERE label = 'Alias' OR label IN $labels))
    AND (hit.vocabulary IS NULL OR hit.vocabulary IN ['glossograph', 'law'])
  WITH hit ORDER BY hit.nameKey LIMIT 100 RETURN hit
} + COLLECT {
  UNWIND CASE WHEN $words = '' THEN [] ELSE [$words] END AS words
  CALL db.index.fulltext.queryNodes('entity_names', words, {limit: CASE WHEN $labels IS NULL THEN 100 ELSE 1000000000 END})
    YIELD `node` AS hit
  RETURN hit
} AS hits
UNWIND hits AS hit
WITH DISTINCT hit
UNWIND CASE
  WHEN hit:Alias THEN COLLECT { MATCH (hit)-[:ALIAS_OF]->(meant:Entity) RETURN meant }
  ELSE [hit]
END AS entity
WITH entity, hit, CASE WHEN hit.nameKey = $start THEN 0 WHEN hit.nameKey STARTS WITH $start THEN 1 ELSE 2 END AS place
WHERE ($labels IS NULL OR ANY(label IN labels(entity) WHERE label IN $labels)) AND ${vocabulary/among(entity)}
WITH entity, hit, place ORDER BY place, (hit:Alias), hit.label, hit.id
WITH entity, head(collect({hit: hit, place: place})) AS best
WITH entity, best.hit AS hit, best.place AS place, ${vocabulary/rank(entity)} AS rank, COUNT { (entity)--() } AS degree
  ORDER BY place, rank, degree DESC, hit.label, entity.id LIMIT $limit
WITH {text: hit.label, entity: entity, alias: CASE WHEN hit:Alias THEN hit END} AS node, place, rank, degree, hit, entity
ORDER BY place, rank, degree DESC, hit.label, entity.id
