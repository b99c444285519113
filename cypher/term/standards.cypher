// Standards that a term describes.
MATCH (parent)-[:ABOUT]->(node:Standard)
ORDER BY node.key, node.id
