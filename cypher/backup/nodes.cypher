// A page of nodes with everything that is stored in them, in the order of their key.
MATCH (node:${label})
WHERE node.${key} > $given.after AND node.${mark} IS NOT NULL
RETURN node.${key} AS key, labels(node) AS labels, properties(node) AS properties
ORDER BY node.${key}
LIMIT $given.limit
