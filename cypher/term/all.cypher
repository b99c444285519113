// Terms by name. STARTS WITH also makes the index on name give the order; without a condition on name, Neo4j does not use
// it.
MATCH (node:Term)
WHERE node.name STARTS WITH coalesce($startsWith, '') AND ($category IS NULL OR node.category = $category)
ORDER BY node.name, node.id
