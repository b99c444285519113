// The adoptions of a standard by the law. The relation is the adoption.
MATCH (parent)<-[node:ADOPTS]-(regulation:Regulation)
WHERE ${days/on-day(node)}
ORDER BY regulation.sortKey, node.id
