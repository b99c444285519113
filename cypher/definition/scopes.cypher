// Every provision in which a definition applies, in the order of the law, as far as it is in the graph.
UNWIND [parent.scopeId] + coalesce(parent.alsoScopeIds, []) AS scopeId
WITH DISTINCT scopeId
MATCH (node:Entity {id: scopeId})
ORDER BY node.sortKey, node.id
