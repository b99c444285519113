// Every adoption in force on a day. The relation is the adoption.
MATCH (regulation:Regulation)-[node:ADOPTS]->(standard:Standard)
WHERE ${days/holds(node)}
ORDER BY standard.key, regulation.sortKey, node.id
