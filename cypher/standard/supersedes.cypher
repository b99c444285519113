// The version before it.
MATCH (parent)-[:SUPERSEDES]->(node:Standard)
ORDER BY node.key, node.id
