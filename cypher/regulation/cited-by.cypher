// What cites a provision, in the order of the law. The relation is the citation.
MATCH (parent)<-[node:CITES]-(citing:Regulation)
WHERE $asOf IS NULL OR (coalesce(node.validFrom, '') <= $asOf AND coalesce(node.validTo, '9999') > $asOf)
ORDER BY citing.sortKey, node.id
