// The provisions to which a provision is an exception.
MATCH (parent)-[edge:EXCEPTION_TO]->(node:Regulation)
WHERE ${days/in-force(edge)}
ORDER BY node.sortKey, node.id
