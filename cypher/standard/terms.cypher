// Terms that describe a standard.
MATCH (parent)<-[:ABOUT]-(node:Term)
ORDER BY node.name, node.id
