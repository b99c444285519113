// The stored properties of those relations of which other imports have records too. Matches both ends first, and the
// relation between them in its own scope. Neo4j plans without knowing what this transaction has written; otherwise it may
// walk all relations of a hub for each row.
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
