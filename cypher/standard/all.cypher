// Standards by key; the condition on it lets its index give the order.
MATCH (node:Standard)
WHERE node.key >= '' AND ($level IS NULL OR node.level = $level)
ORDER BY node.key, node.id
