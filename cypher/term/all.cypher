// Terms by name, whatever the case. STARTS WITH also makes the index on the key of the name give the order.
MATCH (node:Term)
WHERE node.nameKey STARTS WITH $startsWith
  AND ($category IS NULL OR node.category = $category)
  AND ($vocabularies IS NULL OR node.vocabulary IN $vocabularies)
ORDER BY node.nameKey, node.name, node.id
