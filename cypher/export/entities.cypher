// One page of entities, in the order of the index: Neo4j sorts nothing and holds no more than the page.
MATCH (node:Entity)
WHERE node.id > $given.after AND ${export/kept(node)}
RETURN ${export/entity-row} AS row
ORDER BY node.id
LIMIT $given.limit
