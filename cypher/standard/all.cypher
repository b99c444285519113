// Standards by key. The condition on the key makes its index give the order.
MATCH (node:Standard)
WHERE node.key >= ''
ORDER BY node.key, node.id
