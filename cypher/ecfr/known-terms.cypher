// Terms that others than the eCFR speak of, with their names as they are compared. Concepts of code systems are none that
// the law means: thousands of them are called "active" or "patient".
MATCH (term:Term)
WHERE any(origin IN term.origins WHERE NOT (origin STARTS WITH 'ecfr:' OR origin STARTS WITH 'fhir:'))
RETURN term.id AS id, term.nameKey AS name
ORDER BY id
