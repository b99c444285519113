// One more hop: every node that is reached for the first time, with its relevance. Several ways to a node add up, but a node is
// never as relevant as the node before it, so that what is kept hangs together. Only the most relevant are expanded further.
// No aggregating function may occur here (see origins-by-id.cypher). Neo4j counts the lists that a sorted row sees as memory of that
// row, so each CALL sees only the lists that it needs. An expanded node is a short list: entity, relevance, and what is left of a
// strength for each of its parts and for each of the provisions that cite it. A candidate is one, too: entity, relevance,
// degree, distance. The ways to a node are found from its own side, unless it is a hub.
CALL (frontier) {
  RETURN COLLECT {
    UNWIND frontier AS one
    WITH one[0] AS entity, one[1] AS relevance
    WITH entity, relevance, toFloat(COUNT { (entity)<-[:PART_OF]-() }) AS parts, toFloat(COUNT { (entity)<-[:CITES]-() }) AS citing
    RETURN [entity, relevance, ${traversal/shared(parts)}, ${traversal/shared(citing)}]
  } AS expanded
}
CALL (seen, frontier, day) {
  RETURN COLLECT {
    UNWIND frontier AS one
    WITH one[0] AS from
    MATCH (from)-[edge]-(next:Entity)
    WHERE ${traversal/followed(edge)} AND ${days/in-force-on(edge)}
      AND ($direction = 'BOTH' OR ($direction = 'OUT') = (startNode(edge) = from))
      AND ($labels IS NULL OR ANY(label IN labels(next) WHERE label IN $labels))
      AND ${vocabulary/among(next)}
      AND NOT next IN seen
    RETURN DISTINCT next
  } AS reached
}
CALL (reached, expanded, day) {
  WITH reached, expanded, day, [one IN expanded | one[0]] AS nodes
  RETURN COLLECT {
    UNWIND reached AS next
    WITH next, COUNT { (next)--() } AS degree WHERE degree <= 100
    RETURN [next, degree, COLLECT {
      MATCH (next)-[edge]-(before:Entity)
      WHERE before IN nodes AND ${traversal/followed(edge)} AND ${days/in-force-on(edge)} AND ($direction = 'BOTH' OR ($direction = 'OUT') = (startNode(edge) = before))
      WITH edge, [one IN expanded WHERE one[0] = before][0] AS from
      RETURN [from[1], ${traversal/part(edge)}]
    }]
  } + COLLECT {
    UNWIND reached AS next
    WITH next, COUNT { (next)--() } AS degree WHERE degree > 100
    RETURN [next, degree, COLLECT {
      UNWIND expanded AS from
      WITH from, from[0] AS before
      MATCH (before)-[edge]-(next)
      WHERE ${traversal/followed(edge)} AND ${days/in-force-on(edge)} AND ($direction = 'BOTH' OR ($direction = 'OUT') = (startNode(edge) = before))
      RETURN [from[1], ${traversal/part(edge)}]
    }]
  } AS approached
}
CALL (approached) {
  RETURN COLLECT {
    UNWIND approached AS one
    WITH one[0] AS next, one[1] AS degree, 0.99 * reduce(most = 0.0, way IN one[2] | CASE WHEN way[0] > most THEN way[0] ELSE most END) AS most,
      1.0 - reduce(rest = 1.0, way IN one[2] | rest * (1.0 - way[0] * way[1])) AS reach
    WITH next, degree, most, reach * ${traversal/specific(next)} AS relevance
    RETURN [next, round(CASE WHEN relevance > most THEN most ELSE relevance END, 6), degree, ${distance}]
  } AS scored
}
WITH day, members, found, reasons, seen, reached, scored, CASE WHEN size(scored) <= $limit AND $perHopLimit IS NULL THEN [] ELSE scored END AS many
${traversal/most-relevant(many)}
WITH day, members, found, reasons, seen, reached, CASE
  WHEN $perHopLimit IS NOT NULL THEN best[..$perHopLimit]
  WHEN size(scored) <= $limit THEN scored
  ELSE best
END AS kept
WITH day, members, found + kept AS found, seen + reached AS seen, kept AS frontier,
  reasons + CASE WHEN $perHopLimit < size(reached) THEN ['PER_HOP_LIMIT'] ELSE [] END AS reasons
