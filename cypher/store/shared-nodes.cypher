// The stored properties of those nodes of which other imports have records too.
UNWIND $given.rows AS row
MATCH (node:${key} {id: row.id})
WHERE node.origins <> [$given.origin]
RETURN node.id AS id, properties(node) AS properties
