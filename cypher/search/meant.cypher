// The hit `it` and, of an alias, what it denotes.
[it] + CASE WHEN it:Alias THEN COLLECT { MATCH (it)-[:ALIAS_OF]->(meant:Entity) RETURN meant } ELSE [] END
