// Every alias with its name as it is compared, who speaks of it, and the terms it stands for with who says so.
MATCH (alias:Alias)
RETURN alias.id AS id, alias.nameKey AS key, alias.origins AS origins, COLLECT {
  MATCH (alias)-[edge:ALIAS_OF]->(term:Term)
  RETURN {id: term.id, origins: edge.origins, isConcept: (term.notation IS NOT NULL)} ORDER BY term.id
} AS denotes
ORDER BY id
