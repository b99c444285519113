// What a provision or its paragraphs adopt. `said` is the relation, or a pending relation when what is adopted is not in the
// graph as a standard. Two lists, as in regulation/cites.
MATCH (parent)<-[:PART_OF*0..12]-(place:Regulation)
UNWIND COLLECT {
  MATCH (place)-[said:ADOPTS]->(standard:Standard)
  WHERE ${days/adopted(said)}
  RETURN {said: said, standard: standard}
} + COLLECT {
  MATCH (said:OpenRelation {from: place.id, type: 'ADOPTS'})
  WHERE ${days/adopted(said)}
  RETURN {said: said, standard: null}
} AS found
WITH DISTINCT {said: found.said, from: place, standard: found.standard} AS node
ORDER BY node.from.sortKey, node.standard.key, node.said.id
