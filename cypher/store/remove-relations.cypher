// Deletes relations. Both ends first, and the relation in its own scope, as in shared-relations.
UNWIND $given.rows AS row
MATCH (from:Entity {id: row.from})
MATCH (to:Entity {id: row.to})
CALL (row, from, to) {
  MATCH (from)-[edge:${type} {id: row.id}]->(to)
  RETURN edge
}
DELETE edge
