// The terms above a term (skos:broader).
MATCH (parent)-[edge:BROADER]->(node:Term)
ORDER BY node.nameKey, node.name, node.id, edge.id
