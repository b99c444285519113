// Entities with a name that begins so, an alias counting as what it stands for; each once, best connected first.
UNWIND CASE WHEN $words = '' THEN [] ELSE [$words] END AS words
CALL db.index.fulltext.queryNodes('entity_names', words) YIELD `node` AS hit, `score` AS score
UNWIND CASE
  WHEN hit:Alias THEN COLLECT { MATCH (hit)-[:ALIAS_OF]->(meant:Entity) RETURN meant }
  ELSE [hit]
END AS entity
WITH entity, hit, (hit:Alias) AS byAlias
WHERE $labels IS NULL OR ANY(label IN labels(entity) WHERE label IN $labels)
WITH entity, hit, byAlias ORDER BY byAlias, hit.label, hit.id
WITH entity, head(collect(hit)) AS hit
WITH entity, hit, hit.nameKey STARTS WITH $start AS fromStart, COUNT { (entity)--() } AS degree
  ORDER BY fromStart DESC, degree DESC, hit.label, entity.id LIMIT $limit
WITH {text: hit.label, entity: entity, alias: CASE WHEN hit:Alias THEN hit END} AS node, fromStart, degree, hit, entity
ORDER BY fromStart DESC, degree DESC, hit.label, entity.id
