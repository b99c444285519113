// The legal definitions of a term, in the order of the law. The relation is the definition: it holds text, scope and window.
// What we wrote of a definition gives way to the official words, once they are there.
WITH parent AS term
MATCH (term)<-[node:DEFINES]-(regulation:Regulation)
WHERE ${days/in-force(node)}
  AND ('PARSED' IN node.evidenceRules OR NOT EXISTS {
    MATCH (term)<-[official:DEFINES {scopeId: node.scopeId}]-(:Regulation)
    WHERE 'PARSED' IN official.evidenceRules
      AND ${days/in-force(official)}
  })
ORDER BY regulation.sortKey, node.id
