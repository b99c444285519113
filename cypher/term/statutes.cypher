// Statutes that a term describes.
MATCH (parent)-[:ABOUT]->(node:Statute)
ORDER BY node.name, node.id
