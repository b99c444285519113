// Aliases that others than the eCFR speak of, and what they stand for.
MATCH (alias:Alias)
WHERE any(origin IN alias.origins WHERE NOT origin STARTS WITH 'ecfr:')
RETURN alias.id AS id, alias.nameKey AS name, COLLECT {
  MATCH (alias)-[edge:ALIAS_OF]->(term:Term)
  WHERE any(origin IN edge.origins WHERE NOT origin STARTS WITH 'ecfr:')
  RETURN term.id ORDER BY term.id
} AS denotes
ORDER BY id
