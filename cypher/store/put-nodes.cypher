// Makes nodes what they shall be; those that are so already stay untouched. Term stands for any label.
UNWIND $given.rows AS row
MERGE (node:Entity {id: row.id})
WITH node, row
WHERE properties(node) <> row.properties
SET node = row.properties, node:Term
RETURN count(node) AS changed
