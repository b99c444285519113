// The definitions that it or what it contains gives, in the order of the law. The relation is the definition. What we wrote
// of a definition gives way to the official words, once they are there.
MATCH path = (parent)<-[:PART_OF*0..12]-(place:Regulation)
WHERE all(edge IN relationships(path) WHERE CASE WHEN $asOf IS NULL THEN edge.validTo IS NULL ELSE coalesce(edge.validFrom, '') <= $asOf AND coalesce(edge.validTo, '9999') > $asOf END)
MATCH (place)-[node:DEFINES]->(term:Term)
WHERE CASE WHEN $asOf IS NULL THEN node.validTo IS NULL ELSE coalesce(node.validFrom, '') <= $asOf AND coalesce(node.validTo, '9999') > $asOf END
  AND ('PARSED' IN node.evidenceRules OR NOT EXISTS {
    MATCH (term)<-[official:DEFINES {scopeId: node.scopeId}]-(:Regulation)
    WHERE 'PARSED' IN official.evidenceRules
      AND CASE WHEN $asOf IS NULL THEN official.validTo IS NULL ELSE coalesce(official.validFrom, '') <= $asOf AND coalesce(official.validTo, '9999') > $asOf END
  })
ORDER BY place.sortKey, term.name, node.id
