// Stores the closures of definitions.
UNWIND $given.rows AS row
MATCH ()-[edge:DEFINES {id: row.id}]->()
SET edge.closure = row.closure
