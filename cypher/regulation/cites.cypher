// What a provision cites, in the order of its text. `said` is the relation, or what stands aside for want of an end; `cited`
// is null for what is not imported and for what does not stand there on that day. Two lists and no UNION: that a planner
// takes apart sooner.
UNWIND COLLECT {
  MATCH (parent)-[said:CITES]->(cited:Entity)
  WHERE ${days/in-force(said)}
  RETURN {said: said, cited: CASE WHEN ${days/existed(cited)}
    AND ($asOf IS NOT NULL OR cited.formerFrom IS NULL OR cited.validFrom IS NOT NULL) THEN cited END}
} + COLLECT {
  MATCH (said:OpenRelation {from: parent.id, type: 'CITES'})
  WHERE ${days/in-force(said)}
  RETURN {said: said, cited: null}
} AS found
WITH {said: found.said, from: parent, cited: found.cited,
  targetCitation: coalesce(found.said.targetCitation, found.cited.citation),
  start: coalesce(found.said.evidenceStarts[0], -1)} AS node
ORDER BY node.start, node.targetCitation, node.said.id
