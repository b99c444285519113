// What it builds on.
MATCH (parent)-[:IMPLEMENTS]->(node:Standard)
ORDER BY node.key, node.id
