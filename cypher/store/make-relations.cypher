// Makes relations that are known not to be there. RELATED_TO stands for any type.
UNWIND $given.rows AS row
MATCH (from:Entity {id: row.from})
MATCH (to:Entity {id: row.to})
CREATE (from)-[edge:RELATED_TO]->(to)
SET edge = row.properties
RETURN count(edge) AS changed
