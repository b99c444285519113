MATCH (node:Source {id: parent.sourceId})
