// The provisions directly inside a provision, in document order.
MATCH (parent)<-[edge:PART_OF]-(node:Regulation)
WHERE ${days/in-force(edge)}
ORDER BY node.sortKey, node.id
