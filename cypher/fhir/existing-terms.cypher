// Which of these terms exist and are not concepts of code systems.
UNWIND $given.rows AS row
MATCH (term:Entity {id: row.id})
WHERE term.notation IS NULL
RETURN term.id AS id
