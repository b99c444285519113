// The proposals that a rule finalizes.
MATCH (parent)-[:FINALIZES]->(node:Rule)
ORDER BY coalesce(node.publishedOn, ''), node.id
