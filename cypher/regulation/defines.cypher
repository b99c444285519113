// The definitions that it or what it contains gives, in the order of the law. The relation is the definition. What we wrote
// of a definition gives way to the official words, once they are there.
MATCH path = (parent)<-[:PART_OF*0..12]-(place:Regulation)
WHERE all(edge IN relationships(path) WHERE ${days/in-force(edge)})
MATCH (place)-[node:DEFINES]->(term:Term)
WHERE ${days/in-force(node)}
  AND ('PARSED' IN node.evidenceRules OR NOT EXISTS {
    MATCH (term)<-[official:DEFINES {scopeId: node.scopeId}]-(:Regulation)
    WHERE 'PARSED' IN official.evidenceRules
      AND ${days/in-force(official)}
  })
ORDER BY place.sortKey, term.name, node.id
