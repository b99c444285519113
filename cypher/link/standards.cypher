// What is said of a version of a standard and of all that it holds.
MATCH (node:Standard)
WHERE node.key = $given.key OR node.key STARTS WITH $given.key + '/'
RETURN node.id AS id, node.key AS key, node.name AS name, node.summary AS summary
ORDER BY id
