// The definition whose scope is the innermost one around a place.
MATCH path = (:Regulation {citation: $citation})-[:PART_OF*0..12]->(scope:Regulation)
MATCH (parent)<-[node:DEFINES {scopeId: scope.id}]-(:Regulation)
WHERE $asOf IS NULL OR (coalesce(node.validFrom, '') <= $asOf AND coalesce(node.validTo, '9999') > $asOf)
ORDER BY length(path), node.id
