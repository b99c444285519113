// One page of relations: entity by entity, in the order of the index.
MATCH (from:Entity)
WHERE from.id >= $given.from
MATCH (from)-[edge]->(to:Entity)
WHERE (from.id > $given.from OR edge.id > $given.after) AND ${export/kept(from)} AND ${export/kept(to)}
RETURN ${export/relation-row} AS row
ORDER BY from.id, edge.id
LIMIT $given.limit
