// The standards on which a standard builds.
MATCH (parent)-[:IMPLEMENTS]->(node:Standard)
WHERE $level IS NULL OR node.level = $level
ORDER BY node.key, node.id
