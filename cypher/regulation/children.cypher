// What a provision contains, in document order.
MATCH (parent)<-[edge:PART_OF]-(node:Regulation)
ORDER BY edge.position, node.id
