// A page of relations with everything that is stored in them: entity by entity, in the order of the index.
MATCH (from:Entity)
WHERE from.id >= $given.from
MATCH (from)-[edge]->(to:Entity)
WHERE (from.id > $given.from OR edge.id > $given.after) AND edge.origins IS NOT NULL AND type(edge) IN $given.types
RETURN from.id AS from, to.id AS to, type(edge) AS type, properties(edge) AS properties
ORDER BY from.id, edge.id
LIMIT $given.limit
