// Which of these terms are no concepts of code systems.
UNWIND $given.rows AS row
MATCH (term:Entity {id: row.id})
WHERE term.notation IS NULL
RETURN term.id AS id
