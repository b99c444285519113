// The standards that a provision adopts, it or its paragraphs. The relation is the adoption.
MATCH (parent)<-[:PART_OF*0..12]-(place:Regulation)-[node:ADOPTS]->(standard:Standard)
WHERE $asOf IS NULL OR (coalesce(node.validFrom, '') <= $asOf AND coalesce(node.validTo, '9999') > $asOf)
ORDER BY place.sortKey, standard.key, node.id
