MATCH (node:Source)
ORDER BY node.id
