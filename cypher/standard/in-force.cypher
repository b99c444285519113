// Every adoption in force on a day. The relation is the adoption.
MATCH (regulation:Regulation)-[node:ADOPTS]->(standard:Standard)
WHERE coalesce(node.validFrom, '') <= $asOf AND coalesce(node.validTo, '9999') > $asOf
ORDER BY standard.key, regulation.sortKey, node.id
