// What a standard is made of.
MATCH (parent)<-[edge:PART_OF]-(node:Standard)
ORDER BY node.key, node.id, edge.id
