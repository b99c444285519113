// Standards by key; the condition on it lets its index give the order.
MATCH (node:Standard)
WHERE node.key >= ''
ORDER BY node.key, node.id
