// Deletes the pending relations whose target is one of these new entities, of any import, and returns them.
UNWIND $given.rows AS row
MATCH (waiting:OpenRelation {to: row.id})
WHERE waiting.dangling IS NULL AND coalesce(waiting.toCanonical = row.canonical, waiting.toCanonical IS NULL)
WITH waiting, properties(waiting) AS properties
DELETE waiting
RETURN properties
