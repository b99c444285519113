// The best connected entities of the graph.
WITH COUNT {
  MATCH (entity:Entity)
  WHERE ($labels IS NULL OR ANY(label IN labels(entity) WHERE label IN $labels)) AND ${vocabulary/among(entity)}
} AS total, COLLECT {
  MATCH (entity:Entity)
  WHERE ($labels IS NULL OR ANY(label IN labels(entity) WHERE label IN $labels)) AND ${vocabulary/among(entity)}
  WITH entity, COUNT { (entity)--() } AS degree
    ORDER BY degree DESC, entity.label, entity.id
    LIMIT $limit
  RETURN {entity: entity, distance: 0, degree: degree}
} AS members
WITH {
  members: members, types: $types, day: $asOfOrToday, layout: $layout, exact: total = size(members), omittedNodes: total - size(members),
  reasons: CASE WHEN total > size(members) THEN ['LIMIT'] ELSE [] END
} AS node
