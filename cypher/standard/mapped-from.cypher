// What maps to it.
MATCH (parent)<-[:MAPS_TO]-(node:Standard)
ORDER BY node.key, node.id
