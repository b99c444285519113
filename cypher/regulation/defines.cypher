// The definitions in a provision and in everything it contains, in the order of the law. The relation is the definition. A
// definition in our words is left out when the official words of the same scope are imported.
MATCH path = (parent)<-[:PART_OF*0..12]-(place:Regulation)
WHERE all(edge IN relationships(path) WHERE ${days/in-force(edge)})
MATCH (place)-[node:DEFINES]->(term:Term)
WHERE ${days/in-force(node)}
  AND ('PARSED' IN node.evidenceRules OR NOT EXISTS {
    MATCH (term)<-[official:DEFINES]-(:Regulation)
    WHERE node.scopeId IN [official.scopeId] + coalesce(official.alsoScopeIds, [])
      AND 'PARSED' IN official.evidenceRules
      AND ${days/in-force(official)}
  })
ORDER BY place.sortKey, term.name, node.id
