// The provisions from which it exempts.
MATCH (parent)-[:EXCEPTION_TO]->(node:Regulation)
ORDER BY node.sortKey, node.id
