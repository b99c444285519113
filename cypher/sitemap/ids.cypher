// The ids that start with a prefix, in the order of their index, so nothing is sorted.
MATCH (node:Entity)
WHERE node.id STARTS WITH $given.prefix
RETURN node.id AS id
ORDER BY node.id
SKIP $given.skip
LIMIT $given.limit
