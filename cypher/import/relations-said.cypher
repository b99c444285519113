// What is held of those relations of which other imports, too, say something. RELATED_TO stands for any type.
// Both ends first: from the end with fewer relations it is near, from a hub it is far.
UNWIND $given.rows AS row
MATCH (from:Entity {id: row.from})
MATCH (to:Entity {id: row.to})
WITH row, from, to
MATCH (from)-[edge:RELATED_TO {id: row.id}]->(to)
WHERE edge.origins <> [$given.origin]
RETURN edge.id AS id, properties(edge) AS properties
