// Removes nodes, and the relations that they have.
UNWIND $given.rows AS row
MATCH (node:Entity {id: row.id})
DETACH DELETE node
