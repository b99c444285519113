// What builds on it.
MATCH (parent)<-[:IMPLEMENTS]-(node:Standard)
ORDER BY node.key, node.id
