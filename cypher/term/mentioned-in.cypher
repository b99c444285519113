// Provisions that use a term (without a day: those that use it now), in the order of the law; with $within only those inside that provision.
MATCH (parent)<-[edge:MENTIONS]-(node:Regulation)
WHERE ($within IS NULL OR EXISTS { (node)-[:PART_OF*0..12]->(:Regulation {citation: $within}) })
  AND ${days/in-force(edge)}
ORDER BY node.sortKey, node.id, edge.id
