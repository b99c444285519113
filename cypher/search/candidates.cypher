// Entities with this name, entities that an alias with this name denotes, and law with this citation.
UNWIND COLLECT { MATCH (called:Entity {nameKey: parent.key}) RETURN called }
  + COLLECT { MATCH (cited:Entity {citation: parent.citation}) RETURN cited } AS named
UNWIND CASE
  WHEN named:Alias THEN COLLECT { MATCH (named)-[:ALIAS_OF]->(meant:Entity) RETURN meant }
  ELSE [named]
END AS entity
WITH DISTINCT entity AS node
ORDER BY node.label, node.id
