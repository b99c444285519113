// The legal definitions of a term, in the order of the law. The relation is the definition: it holds text, scope and window.
// What we wrote of a definition gives way to the official words, once they are there.
WITH parent AS term
MATCH (term)<-[node:DEFINES]-(regulation:Regulation)
WHERE CASE WHEN $asOf IS NULL THEN node.validTo IS NULL ELSE coalesce(node.validFrom, '') <= $asOf AND coalesce(node.validTo, '9999') > $asOf END
  AND ('PARSED' IN node.evidenceRules OR NOT EXISTS {
    MATCH (term)<-[official:DEFINES {scopeId: node.scopeId}]-(:Regulation)
    WHERE 'PARSED' IN official.evidenceRules
      AND CASE WHEN $asOf IS NULL THEN official.validTo IS NULL ELSE coalesce(official.validFrom, '') <= $asOf AND coalesce(official.validTo, '9999') > $asOf END
  })
ORDER BY regulation.sortKey, node.id
