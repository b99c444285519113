// Removes relations. both ends first, and a scope of its own, as in relations-said.
UNWIND $given.rows AS row
MATCH (from:Entity {id: row.from})
MATCH (to:Entity {id: row.to})
CALL (row, from, to) {
  MATCH (from)-[edge:${type} {id: row.id}]->(to)
  RETURN edge
}
DELETE edge
