// Saves relations whose target is not in the graph.
UNWIND $given.rows AS row
CREATE (waiting:OpenRelation)
SET waiting = row.properties
