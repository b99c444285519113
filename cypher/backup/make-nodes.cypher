// Creates nodes of a backup.
UNWIND $given.rows AS row
CREATE (node:${labels})
SET node = row.properties
