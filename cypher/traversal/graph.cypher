// The most relevant entities of the graph, which are those with the most relations that authors and the law state, or the best
// connected ones.
WITH COUNT {
  MATCH (entity:Entity)
  WHERE ($labels IS NULL OR ANY(label IN labels(entity) WHERE label IN $labels)) AND ${vocabulary/among(entity)}
} AS total, COLLECT {
  MATCH (entity:Entity)
  WHERE ($labels IS NULL OR ANY(label IN labels(entity) WHERE label IN $labels)) AND ${vocabulary/among(entity)}
  WITH entity, COUNT { (entity)--() } AS degree, CASE WHEN $ranking = 'DEGREE' THEN 0 ELSE COUNT {
    (entity)-[:RELATED_TO|CONTRASTS_WITH|BROADER|ABOUT|DEFINES|EXCEPTION_TO|ADOPTS|IMPLEMENTS|AUTHORIZED_BY|SUPERSEDES]-()
  } END AS stated
  WITH entity, degree, round(CASE
    WHEN $ranking = 'DEGREE' THEN toFloat(degree) / (degree + 100)
    ELSE toFloat(stated) / (stated + 10)
  END, 6) AS relevance
    ORDER BY relevance DESC, degree DESC, entity.label, entity.id
    LIMIT $limit
  RETURN {entity: entity, distance: 0, degree: degree, relevance: relevance}
} AS members
WITH {
  members: members, types: $types, excludeTypes: $excludeTypes, day: $asOfOrToday, layout: $layout, ranking: $ranking,
  exact: total = size(members), omittedNodes: total - size(members),
  reasons: CASE WHEN total > size(members) THEN ['LIMIT'] ELSE [] END
} AS node
