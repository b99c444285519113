// Forgets the relations of an import that wait for their end.
MATCH (waiting:OpenRelation {origin: $given.origin})
DELETE waiting
