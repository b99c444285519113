// Makes nodes what they shall be; those that are so already stay untouched.
UNWIND $given.rows AS row
MERGE (node:${key} {id: row.id})
WITH node, row
WHERE properties(node) <> row.properties
SET node = row.properties, node:${label}
RETURN count(node) AS changed
