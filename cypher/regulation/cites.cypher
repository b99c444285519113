// What a provision cites. The relation is the citation.
MATCH (parent)-[node:CITES]->(cited:Entity)
WHERE $asOf IS NULL OR (coalesce(node.validFrom, '') <= $asOf AND coalesce(node.validTo, '9999') > $asOf)
ORDER BY cited.label, node.id
