// What is held of those relations of which other imports, too, say something.
// Both ends first, and the relation in a scope of its own: so it is looked for between them. Else the planner, which knows
// nothing of what the transaction has written, may walk all relations of a hub for each of its rows.
UNWIND $given.rows AS row
MATCH (from:Entity {id: row.from})
MATCH (to:Entity {id: row.to})
CALL (row, from, to) {
  MATCH (from)-[edge:${type} {id: row.id}]->(to)
  RETURN edge
}
WITH edge
WHERE edge.origins <> [$given.origin]
RETURN edge.id AS id, properties(edge) AS properties
