// The definitions that a provision gives. The relation is the definition.
MATCH (parent)-[node:DEFINES]->(term:Term)
WHERE $asOf IS NULL OR (coalesce(node.validFrom, '') <= $asOf AND coalesce(node.validTo, '9999') > $asOf)
ORDER BY term.name, node.id
