// Ends a restore: the graph has the version from the backup, and it is no longer marked.
UNWIND $given.rows AS row
CREATE (version:GraphVersion)
SET version = row.properties
