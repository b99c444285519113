// Entities with this name, entities that an alias with this name denotes, and law with this citation. Terms of the vocabulary
// with the lowest rank come first, and of these a term of exactly this name.
UNWIND COLLECT { MATCH (called:Entity {nameKey: parent.key}) RETURN called }
  + COLLECT { MATCH (cited:Entity {citation: parent.citation}) RETURN cited } AS named
UNWIND CASE
  WHEN named:Alias THEN COLLECT { MATCH (named)-[:ALIAS_OF]->(meant:Entity) RETURN meant }
  ELSE [named]
END AS node
WITH parent, node
WHERE parent.vocabularies IS NULL OR node.vocabulary IS NULL OR node.vocabulary IN parent.vocabularies
WITH DISTINCT node, ${vocabulary/rank(node)} AS rank
ORDER BY rank, node.label, node.id
