// Terms by name. STARTS WITH also lets the index on name give the order: without a condition on it the index is not used.
MATCH (node:Term)
WHERE node.name STARTS WITH coalesce($startsWith, '') AND ($category IS NULL OR node.category = $category)
ORDER BY node.name, node.id
