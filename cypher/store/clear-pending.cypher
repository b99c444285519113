// Deletes the pending relations of an import.
MATCH (waiting:OpenRelation {origin: $given.origin})
DELETE waiting
