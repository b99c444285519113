// Creates passages of a backup with their vectors, which only this procedure stores in 32 bits for each number.
UNWIND $given.rows AS row
CREATE (node:${labels})
SET node = row.properties
WITH node, row
CALL db.create.setNodeVectorProperty(node, 'vector', row.vector)
