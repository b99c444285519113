// The version after it.
MATCH (parent)<-[:SUPERSEDES]-(node:Standard)
ORDER BY node.key, node.id
