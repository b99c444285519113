// The provision in which a definition applies: the first that is in the graph, else the defining provision.
WITH parent, head([id IN [parent.scopeId] + coalesce(parent.alsoScopeIds, [])
  WHERE EXISTS { MATCH (:Entity {id: id}) }]) AS known
MATCH (node:Entity {id: coalesce(known, startNode(parent).id)})
