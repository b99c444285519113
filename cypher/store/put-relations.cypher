// Makes relations what they shall be; those that are so already stay untouched.
UNWIND $given.rows AS row
MATCH (from:Entity {id: row.from})
MATCH (to:Entity {id: row.to})
MERGE (from)-[edge:${type} {id: row.id}]->(to)
WITH edge, row
WHERE properties(edge) <> row.properties
SET edge = row.properties
RETURN count(edge) AS changed
