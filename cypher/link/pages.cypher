// The pages of the terms of a vocabulary.
MATCH (node:Term)
WHERE node.vocabulary = $given.vocabulary
  AND (node.definition IS NOT NULL OR size(coalesce(node.sectionBodies, [])) > 0)
RETURN node.id AS id, node.definition AS definition, coalesce(node.sectionBodies, []) AS sectionBodies
ORDER BY id
