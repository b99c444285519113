// Which of these entities do not exist.
UNWIND $given.rows AS row
OPTIONAL MATCH (node:Entity {id: row.id})
WITH row, node
WHERE node IS NULL
RETURN row.id AS id
