// The parts of a standard, in document order; parts without a position come last.
MATCH (parent)<-[edge:PART_OF]-(node:Standard)
WHERE $level IS NULL OR node.level = $level
ORDER BY coalesce(edge.position, 2147483647), node.key, node.id, edge.id
