// Makes nodes that are known not to be there. Term stands for any label.
UNWIND $given.rows AS row
CREATE (node:Entity:Term)
SET node = row.properties
RETURN count(node) AS changed
