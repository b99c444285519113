// The standards to which a standard maps.
MATCH (parent)-[:MAPS_TO]->(node:Standard)
WHERE $level IS NULL OR node.level = $level
ORDER BY node.key, node.id
