// The legal definitions of a term, in the order of the law. The relation is the definition: it has text, scope and window.
// A definition in our words is left out when the official words of the same scope are imported.
WITH parent AS term
MATCH (term)<-[node:DEFINES]-(regulation:Regulation)
WHERE ${days/in-force(node)}
  AND ('PARSED' IN node.evidenceRules OR NOT EXISTS {
    MATCH (term)<-[official:DEFINES]-(:Regulation)
    WHERE node.scopeId IN [official.scopeId] + coalesce(official.alsoScopeIds, [])
      AND 'PARSED' IN official.evidenceRules
      AND ${days/in-force(official)}
  })
ORDER BY regulation.sortKey, node.id
