// The origins are the members at distance 0. `seen` is not entered again; `frontier` is expanded next.
WITH origins, COLLECT {
  UNWIND origins AS origin
  WITH origin, COUNT { (origin)--() } AS degree
    ORDER BY degree DESC, origin.label, origin.id
    LIMIT $limit
  RETURN {entity: origin, distance: 0, degree: degree, relevance: 1.0}
} AS members
WITH members, origins AS seen, [one IN members | one.entity] AS frontier, size(origins) - size(members) AS omitted,
  CASE WHEN size(origins) > size(members) THEN ['LIMIT'] ELSE [] END AS reasons
