// The standards that a provision or its paragraphs adopt. The relation is the adoption.
MATCH (parent)<-[:PART_OF*0..12]-(place:Regulation)-[node:ADOPTS]->(standard:Standard)
WHERE ${days/on-day(node)}
ORDER BY place.sortKey, standard.key, node.id
