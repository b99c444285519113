// Creates or changes nodes. Nodes with the same properties are not written.
UNWIND $given.rows AS row
MERGE (node:${key} {id: row.id})
WITH node, row
WHERE properties(node) <> row.properties
SET node = row.properties, node:${label}
RETURN count(node) AS changed
