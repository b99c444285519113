// One more hop: every node that is reached for the first time. The best connected ones are kept while there is room. If
// there is no room and something was left out before, nothing is expanded, because the answer would not change.
WITH members, omitted, reasons, seen, frontier, $limit - size(members) AS room
WITH members, omitted, reasons, seen, room, COLLECT {
  UNWIND CASE WHEN room > 0 OR omitted = 0 THEN frontier ELSE [] END AS from
  MATCH (from)-[edge]-(next:Entity)
  WHERE NOT next IN seen
    AND ${traversal/followed(edge)} AND ${days/in-force(edge)}
    AND ($direction = 'BOTH' OR ($direction = 'OUT') = (startNode(edge) = from))
    AND ($labels IS NULL OR ANY(label IN labels(next) WHERE label IN $labels))
    AND ${vocabulary/among(next)}
  RETURN DISTINCT next
} AS reached
WITH members, omitted, reasons, seen, room, reached, COLLECT {
  UNWIND reached AS next
  WITH next, COUNT { (next)--() } AS degree
    ORDER BY degree DESC, next.label, next.id
    LIMIT $limit
  RETURN {entity: next, distance: ${distance}, degree: degree, relevance: round(toFloat(degree) / (degree + 100), 6)}
} AS best, CASE WHEN $perHopLimit < room THEN $perHopLimit ELSE room END AS cap
WITH members, omitted, reasons, seen, room, reached, cap, best[..cap] AS kept
WITH members + kept AS members, seen + reached AS seen, [one IN kept | one.entity] AS frontier,
  omitted + size(reached) - size(kept) AS omitted,
  reasons + CASE
    WHEN size(reached) <= cap THEN []
    WHEN cap = room THEN ['LIMIT']
    ELSE ['PER_HOP_LIMIT']
  END AS reasons
