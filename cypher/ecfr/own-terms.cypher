// Terms that only the eCFR has records of, with all their names.
MATCH (term:Term)
WHERE all(origin IN term.origins WHERE origin STARTS WITH $given.own)
RETURN term.id AS id, term.origins AS origins,
  [term.name] + COLLECT { MATCH (term)<-[:ALIAS_OF]-(alias:Alias) RETURN alias.name ORDER BY alias.id } AS names
ORDER BY id
