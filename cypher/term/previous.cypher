// The term before a term in its vocabulary, by name.
MATCH (node:Term)
WHERE node.nameKey <= parent.nameKey AND node.vocabulary = parent.vocabulary
  AND [node.nameKey, node.name, node.id] < [parent.nameKey, parent.name, parent.id]
ORDER BY node.nameKey DESC, node.name DESC, node.id DESC
