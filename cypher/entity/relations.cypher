// The relations of an entity in both directions, with the entity at the other end, the most relevant first.
MATCH (parent)-[edge]-(node:Entity)
WHERE ($types IS NULL OR type(edge) IN $types)
  AND ($labels IS NULL OR ANY(label IN labels(node) WHERE label IN $labels))
  AND ($direction = 'BOTH' OR ($direction = 'OUT') = (startNode(edge) = parent))
  AND ${days/in-force(edge)}
WITH parent, edge, node, COUNT { (node)--() } AS degree
WITH parent, edge, node, round(${traversal/strength(edge)} * ${traversal/specific(node)}, 6) AS relevance
ORDER BY relevance DESC, type(edge), node.label, node.id, edge.id
