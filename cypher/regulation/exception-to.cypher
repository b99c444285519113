// The provisions from which it exempts.
MATCH (parent)-[edge:EXCEPTION_TO]->(node:Regulation)
WHERE inForce(edge)
ORDER BY node.sortKey, node.id
