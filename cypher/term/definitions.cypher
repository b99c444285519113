// The legal definitions of a term, in the order of the law. The relation is the definition: it holds text, scope and window.
MATCH (parent)<-[node:DEFINES]-(regulation:Regulation)
WHERE $asOf IS NULL OR (coalesce(node.validFrom, '') <= $asOf AND coalesce(node.validTo, '9999') > $asOf)
ORDER BY regulation.sortKey, node.id
