// Everything that the law adopts on the day $asOf; inside one provision if $within says so, and only what expires before a day
// if $expiringBefore says so. `said` is the relation, or a pending relation when what is adopted is not in the graph as a standard;
// its target has the id of a standard.
UNWIND COLLECT {
  MATCH (place:Regulation)-[said:ADOPTS]->(standard:Standard)
  WHERE ${days/adopted(said)} AND ${regulation/lies-within(place)}
  RETURN {said: said, from: place, standard: standard, key: standard.key}
} + COLLECT {
  MATCH (said:OpenRelation)
  WHERE said.to STARTS WITH 'Standard:' AND said.type = 'ADOPTS' AND ${days/adopted(said)}
  MATCH (place:Entity {id: said.from})
  WHERE place:Regulation AND ${regulation/lies-within(place)}
  RETURN {said: said, from: place, standard: null, key: '~'}
} AS node
WITH node
WHERE $expiringBefore IS NULL OR node.said.validTo < $expiringBefore
ORDER BY node.key, node.from.sortKey, node.said.id
