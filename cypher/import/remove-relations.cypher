// Removes relations. RELATED_TO stands for any type; both ends first, as in relations-said.
UNWIND $given.rows AS row
MATCH (from:Entity {id: row.from})
MATCH (to:Entity {id: row.to})
WITH row, from, to
MATCH (from)-[edge:RELATED_TO {id: row.id}]->(to)
DELETE edge
