// Terms by name, whatever the case.
MATCH (node:Term)
WHERE ${term/filtered(node)}
ORDER BY node.nameKey, node.name, node.id
