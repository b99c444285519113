// The documents that a document corrects, delays, or withdraws.
MATCH (parent)-[:CORRECTS]->(node:Rule)
ORDER BY coalesce(node.publishedOn, ''), node.id
