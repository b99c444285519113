// Where the law adopts a standard. The relation is the adoption.
MATCH (parent)<-[node:ADOPTS]-(regulation:Regulation)
WHERE $asOf IS NULL OR (coalesce(node.validFrom, '') <= $asOf AND coalesce(node.validTo, '9999') > $asOf)
ORDER BY regulation.sortKey, node.id
