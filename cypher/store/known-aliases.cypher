// Every alias with its name in the form for comparison, its imports, and the terms that it denotes with the imports that
// state so.
MATCH (alias:Alias)
RETURN alias.id AS id, alias.nameKey AS key, alias.origins AS origins, COLLECT {
  MATCH (alias)-[edge:ALIAS_OF]->(term:Term)
  RETURN {id: term.id, origins: edge.origins, isConcept: (term.notation IS NOT NULL)} ORDER BY term.id
} AS denotes
ORDER BY id
