// Deletes nodes with their relations.
UNWIND $given.rows AS row
MATCH (node:${key} {id: row.id})
DETACH DELETE node
