// Makes nodes that are known not to be there.
UNWIND $given.rows AS row
CREATE (node:${labels})
SET node = row.properties
RETURN count(node) AS changed
