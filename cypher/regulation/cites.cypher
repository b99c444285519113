// What a provision cites, in the order of its text. `said` is the relation, or a pending relation when its target is not
// imported; a pending range is no citation of its own. `cited` is null for a pending relation and for a provision that did
// not exist on that day, whose citation is returned all the same. Two lists instead of UNION, because Neo4j plans them faster.
UNWIND COLLECT {
  MATCH (parent)-[said:CITES]->(cited:Entity)
  WHERE ${days/in-force(said)}
  RETURN {said: said, cited: CASE WHEN ${days/stood(cited)} THEN cited END, citation: cited.citation}
} + COLLECT {
  MATCH (said:OpenRelation {from: parent.id, type: 'CITES'})
  WHERE said.between IS NULL AND ${days/in-force(said)}
  RETURN {said: said, cited: null, citation: null}
} AS found
WITH {said: found.said, from: parent, cited: found.cited,
  targetCitation: coalesce(found.said.targetCitation, found.citation),
  start: coalesce(found.said.evidenceStarts[0], -1)} AS node
ORDER BY node.start, node.targetCitation, node.said.id
