// Which of these terms others than packages of FHIR speak of.
UNWIND $given.rows AS row
MATCH (term:Entity {id: row.id})
WHERE any(origin IN term.origins WHERE NOT origin STARTS WITH 'fhir:')
RETURN term.id AS id
