// Relations with their type and ends.
MATCH (from:Entity)-[edge]->(to:Entity)
RETURN edge {.*, type: type(edge), from: from.id, to: to.id, origins: NULL, said: NULL} AS row
ORDER BY edge.id
