// The definitions of the term `it` that govern in the provision `place`, with the path to their scopes.
MATCH path = (place)-[:PART_OF*0..12]->(scope:Regulation)
WHERE all(edge IN relationships(path) WHERE ${days/in-force(edge)})
MATCH (it)<-[node:DEFINES]-(:Regulation)
WHERE scope.id IN [node.scopeId] + coalesce(node.alsoScopeIds, [])
  AND ${days/in-force(node)}
