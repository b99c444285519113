// The standards that build on a standard.
MATCH (parent)<-[:IMPLEMENTS]-(node:Standard)
WHERE $level IS NULL OR node.level = $level
ORDER BY node.key, node.id
