// Every alias of terms of these vocabularies with its name in the form for comparison, its imports, and the terms that it
// denotes with the imports that state so. An alias of an old export has no vocabulary and is ours.
MATCH (alias:Alias)
WHERE coalesce(alias.vocabulary, 'glossograph') IN $given.vocabularies
RETURN alias.id AS id, alias.nameKey AS key, alias.origins AS origins, COLLECT {
  MATCH (alias)-[edge:ALIAS_OF]->(term:Term)
  RETURN {id: term.id, origins: edge.origins} ORDER BY term.id
} AS denotes
ORDER BY id
