// The number of Glossograph's relations.
MATCH (:Entity)-[edge]->(:Entity)
WHERE edge.origins IS NOT NULL AND type(edge) IN $given.types
RETURN count(edge) AS count
