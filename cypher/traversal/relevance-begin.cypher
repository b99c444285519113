// The origins are the first members. `seen` is not entered again; `frontier` is expanded next; `found` are the candidates.
// `day` is the day of the relations, bound for the CALLs of each hop.
WITH origins, COLLECT {
  UNWIND origins AS origin
  WITH origin, COUNT { (origin)--() } AS degree
    ORDER BY degree DESC, origin.label, origin.id
    LIMIT $limit
  RETURN {entity: origin, distance: 0, degree: degree, relevance: 1.0}
} AS members
WITH $asOfOrToday AS day, members, origins AS seen, [one IN members | [one.entity, 1.0]] AS frontier, [] AS found,
  CASE WHEN size(origins) > $limit THEN ['LIMIT'] ELSE [] END AS reasons
