// What it maps to.
MATCH (parent)-[:MAPS_TO]->(node:Standard)
ORDER BY node.key, node.id
