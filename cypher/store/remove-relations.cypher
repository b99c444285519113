// Removes relations. RELATED_TO stands for any type; both ends first, and a scope of its own, as in relations-said.
UNWIND $given.rows AS row
MATCH (from:Entity {id: row.from})
MATCH (to:Entity {id: row.to})
CALL (row, from, to) {
  MATCH (from)-[edge:RELATED_TO {id: row.id}]->(to)
  RETURN edge
}
DELETE edge
