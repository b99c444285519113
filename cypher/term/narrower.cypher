// The terms below a term.
MATCH (parent)<-[edge:BROADER]-(node:Term)
ORDER BY node.nameKey, node.name, node.id, edge.id
