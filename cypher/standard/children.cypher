// What a standard is made of, in document order; what has no place in it comes last.
MATCH (parent)<-[edge:PART_OF]-(node:Standard)
WHERE $level IS NULL OR node.level = $level
ORDER BY coalesce(edge.position, 2147483647), node.key, node.id, edge.id
