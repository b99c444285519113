// Which of these entities are not there.
UNWIND $given.rows AS row
OPTIONAL MATCH (node:Entity {id: row.id})
WITH row, node
WHERE node IS NULL
RETURN row.id AS id
