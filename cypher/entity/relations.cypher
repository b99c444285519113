// The relations of an entity in both directions, with the entity at the other end.
MATCH (parent)-[edge]-(node:Entity)
WHERE ($types IS NULL OR type(edge) IN $types)
  AND ($labels IS NULL OR ANY(label IN labels(node) WHERE label IN $labels))
  AND ($direction = 'BOTH' OR ($direction = 'OUT') = (startNode(edge) = parent))
  AND ${days/in-force(edge)}
ORDER BY type(edge), node.label, node.id, edge.id
