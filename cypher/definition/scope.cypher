MATCH (node:Entity {id: parent.scopeId})
