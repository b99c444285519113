// The next version.
MATCH (parent)<-[:SUPERSEDES]-(node:Standard)
ORDER BY node.key, node.id
