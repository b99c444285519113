// Creates relations that do not exist yet.
UNWIND $given.rows AS row
MATCH (from:Entity {id: row.from})
MATCH (to:Entity {id: row.to})
CREATE (from)-[edge:${type}]->(to)
SET edge = row.properties
RETURN count(edge) AS changed
