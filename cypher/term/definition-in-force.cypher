// The definition with the innermost scope that contains a provision; the official words before ours. $places are the citations
// of the provision and of what contains it, innermost first: a provision that is not imported lies where its citation says.
// But nothing lies in a provision that is known in full and lacks it.
WITH parent, head(COLLECT {
  UNWIND range(0, size($places) - 1) AS at
  MATCH (known:Regulation {citation: $places[at]})
  RETURN CASE WHEN at = 0 OR NOT ${days/whole(known)} THEN known END AS place
  ORDER BY at
  LIMIT 1
}) AS place
MATCH path = (place)-[:PART_OF*0..12]->(scope:Regulation)
WHERE all(edge IN relationships(path) WHERE ${days/in-force(edge)})
MATCH (parent)<-[node:DEFINES]-(:Regulation)
WHERE scope.id IN [node.scopeId] + coalesce(node.alsoScopeIds, [])
  AND ${days/governs(node)}
ORDER BY length(path), CASE WHEN 'PARSED' IN node.evidenceRules THEN 0 ELSE 1 END, node.id
