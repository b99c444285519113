// Of the terms with these slugs, those that the other arguments ask for, by name.
MATCH (node:Term)
WHERE node.slug IN $slugs
  AND node.nameKey STARTS WITH $startsWith
  AND ($category IS NULL OR node.category = $category)
  AND ($vocabularies IS NULL OR node.vocabulary IN $vocabularies)
ORDER BY node.nameKey, node.name, node.id
