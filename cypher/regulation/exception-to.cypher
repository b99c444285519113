// The provisions from which it exempts.
MATCH (parent)-[edge:EXCEPTION_TO]->(node:Regulation)
WHERE ${days/in-force(edge)}
ORDER BY node.sortKey, node.id
