// Terms that others than the eCFR speak of, with their names as they are compared.
MATCH (term:Term)
WHERE any(origin IN term.origins WHERE NOT origin STARTS WITH 'ecfr:')
RETURN term.id AS id, term.nameKey AS name
ORDER BY id
