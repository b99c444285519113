// The exceptions to a provision.
MATCH (parent)<-[edge:EXCEPTION_TO]-(node:Regulation)
WHERE ${days/in-force(edge)}
ORDER BY node.sortKey, node.id
