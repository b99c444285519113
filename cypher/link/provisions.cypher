// The provisions of a part, with their containers, their definitions, and their current and former texts.
// The prefixes end with a separator, because part 17 does not contain the provisions of part 171.
MATCH (node:Entity)
WHERE (node.id = $given.part OR node.id STARTS WITH $given.part + '.' OR node.id STARTS WITH $given.part + '-')
  AND (node:Regulation)
RETURN node.id AS id, node.level AS level, node.heading AS heading, node.text AS text, node.validFrom AS validFrom, node.textSource AS textSource,
  coalesce(node.formerText, []) AS formerText, coalesce(node.formerFrom, []) AS formerFrom,
  coalesce(node.formerTo, []) AS formerTo, coalesce(node.formerSource, []) AS formerSource,
  COLLECT { MATCH (node)-[:PART_OF]->(above:Regulation) RETURN DISTINCT above.id ORDER BY above.id } AS above,
  COLLECT {
    MATCH (node)-[edge:DEFINES]->(term:Term)
    RETURN {term: term.id, quotes: edge.evidenceQuotes, starts: edge.evidenceStarts} ORDER BY edge.id
  } AS defines
ORDER BY id
