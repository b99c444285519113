// The definition with the innermost scope that contains a provision; the official words before ours.
MATCH path = (:Regulation {citation: $citation})-[:PART_OF*0..12]->(scope:Regulation)
WHERE all(edge IN relationships(path) WHERE ${days/in-force(edge)})
MATCH (parent)<-[node:DEFINES]-(:Regulation)
WHERE scope.id IN [node.scopeId] + coalesce(node.alsoScopeIds, [])
  AND ${days/governs(node)}
ORDER BY length(path), CASE WHEN 'PARSED' IN node.evidenceRules THEN 0 ELSE 1 END, node.id
