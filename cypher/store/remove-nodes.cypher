// Removes nodes, and the relations that they have.
UNWIND $given.rows AS row
MATCH (node:${key} {id: row.id})
DETACH DELETE node
