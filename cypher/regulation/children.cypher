// What a provision contains, in document order.
MATCH (parent)<-[edge:PART_OF]-(node:Regulation)
WHERE inForce(edge)
ORDER BY node.sortKey, node.id
