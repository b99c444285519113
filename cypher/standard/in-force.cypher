// Everything that the law adopts on a day. `said` is the relation, or a pending relation when what is adopted is not in the
// graph as a standard; its target has the id of a standard.
UNWIND COLLECT {
  MATCH (place:Regulation)-[said:ADOPTS]->(standard:Standard)
  WHERE ${days/adopted(said)}
  RETURN {said: said, from: place, standard: standard}
} + COLLECT {
  MATCH (said:OpenRelation)
  WHERE said.to STARTS WITH 'Standard:' AND said.type = 'ADOPTS' AND ${days/adopted(said)}
  MATCH (place:Regulation {id: said.from})
  RETURN {said: said, from: place, standard: null}
} AS node
ORDER BY node.standard.key, node.from.sortKey, node.said.id
