// Deletes the pending-capable relations of other imports to entities that are about to be deleted, and returns them.
UNWIND $given.rows AS row
MATCH (from:Entity)-[edge]->(to:Entity {id: row.id})
WHERE edge.open AND NOT $given.origin IN edge.origins
WITH from, to, edge, properties(edge) AS properties, type(edge) AS type
DELETE edge
RETURN from.id AS from, to.id AS to, type, properties
