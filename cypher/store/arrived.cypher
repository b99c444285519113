// The relations that waited for these entities, of whichever import; they wait no longer.
UNWIND $given.rows AS row
MATCH (waiting:OpenRelation {to: row.id})
WHERE waiting.dangling IS NULL
WITH waiting, properties(waiting) AS properties
DELETE waiting
RETURN properties
