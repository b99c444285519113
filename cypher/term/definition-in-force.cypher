// The definition whose scope is the innermost one around a place; the official words before ours.
MATCH path = (:Regulation {citation: $citation})-[:PART_OF*0..12]->(scope:Regulation)
WHERE all(edge IN relationships(path) WHERE CASE WHEN $asOf IS NULL THEN edge.validTo IS NULL ELSE coalesce(edge.validFrom, '') <= $asOf AND coalesce(edge.validTo, '9999') > $asOf END)
MATCH (parent)<-[node:DEFINES {scopeId: scope.id}]-(:Regulation)
WHERE CASE WHEN $asOf IS NULL THEN node.validTo IS NULL ELSE coalesce(node.validFrom, '') <= $asOf AND coalesce(node.validTo, '9999') > $asOf END
ORDER BY length(path), CASE WHEN 'PARSED' IN node.evidenceRules THEN 0 ELSE 1 END, node.id
