// The ids of a kind, some thousands at a time, in the order of their index.
MATCH (node:LABEL)
RETURN node.id AS id
ORDER BY node.id
SKIP $skip
LIMIT $limit
