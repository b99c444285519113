// Of the terms with these slugs, those that the other arguments ask for, by name.
MATCH (node:Term)
WHERE node.slug IN $slugs AND ${term/filtered(node)}
ORDER BY node.nameKey, node.name, node.id
