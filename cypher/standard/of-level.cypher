// Standards of one level by key: an index on both finds them in order.
MATCH (node:Standard)
WHERE node.level = $level AND node.key >= ''
ORDER BY node.key, node.id
