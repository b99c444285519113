// The names and summaries of a version of a standard and of everything in it.
MATCH (node:Standard)
WHERE node.key = $given.key OR node.key STARTS WITH $given.key + '/'
RETURN node.id AS id, node.key AS key, node.name AS name, node.summary AS summary
ORDER BY id
