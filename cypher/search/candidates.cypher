// What has this name, or is meant by an alias of this name.
MATCH (named:Entity {nameKey: parent.key})
UNWIND CASE
  WHEN named:Alias THEN COLLECT { MATCH (named)-[:ALIAS_OF]->(meant:Entity) RETURN meant }
  ELSE [named]
END AS entity
WITH DISTINCT entity AS node
ORDER BY node.label, node.id
