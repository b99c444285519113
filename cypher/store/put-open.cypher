// Keeps relations aside whose end is not there.
UNWIND $given.rows AS row
CREATE (waiting:OpenRelation)
SET waiting = row.properties
