// The relations of which an import has records.
MATCH (from:Entity)-[edge]->(to:Entity)
WHERE $given.origin IN edge.origins
RETURN edge.id AS id, type(edge) AS type, from.id AS from, to.id AS to
