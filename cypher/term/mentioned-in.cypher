// Provisions that mention a term, in the order of the law: without a day, those that mention it now; with $within, only
// those inside that provision.
MATCH (parent)<-[edge:MENTIONS]-(node:Regulation)
WHERE ($within IS NULL OR EXISTS { (node)-[:PART_OF*0..12]->(:Regulation {citation: $within}) })
  AND ${days/in-force(edge)}
ORDER BY node.sortKey, node.id, edge.id
