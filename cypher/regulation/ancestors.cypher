// What contains a provision, outermost first.
MATCH path = (parent)-[:PART_OF*1..12]->(node:Regulation)
WHERE all(edge IN relationships(path) WHERE CASE WHEN $asOf IS NULL THEN edge.validTo IS NULL ELSE coalesce(edge.validFrom, '') <= $asOf AND coalesce(edge.validTo, '9999') > $asOf END)
ORDER BY length(path) DESC, node.id
