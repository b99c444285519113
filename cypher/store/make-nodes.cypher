// Creates nodes that do not exist yet.
UNWIND $given.rows AS row
CREATE (node:${labels})
SET node = row.properties
RETURN count(node) AS changed
