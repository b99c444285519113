// Statutes by name.
MATCH (node:Statute)
ORDER BY node.name, node.id
