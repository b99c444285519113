// The next entities, in the order of the index, so that nothing is sorted and no more is held than a page.
MATCH (node:Entity)
WHERE node.id > $given.after
RETURN ${export/entity-row} AS row
ORDER BY node.id
LIMIT $given.limit
