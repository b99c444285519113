// What a provision contains, in document order.
MATCH (parent)<-[edge:PART_OF]-(node:Regulation)
WHERE CASE WHEN $asOf IS NULL THEN edge.validTo IS NULL ELSE coalesce(edge.validFrom, '') <= $asOf AND coalesce(edge.validTo, '9999') > $asOf END
ORDER BY node.sortKey, node.id
