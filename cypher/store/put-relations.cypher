// Creates or changes relations. Relations with the same properties are not written.
UNWIND $given.rows AS row
MATCH (from:Entity {id: row.from})
MATCH (to:Entity {id: row.to})
MERGE (from)-[edge:${type} {id: row.id}]->(to)
WITH edge, row
WHERE properties(edge) <> row.properties
SET edge = row.properties
RETURN count(edge) AS changed
