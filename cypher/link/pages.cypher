// The pages of terms. Concepts of code systems have no page.
MATCH (node:Term)
WHERE node.notation IS NULL
  AND (node.definition IS NOT NULL OR size(coalesce(node.sectionBodies, [])) > 0)
RETURN node.id AS id, node.definition AS definition, coalesce(node.sectionBodies, []) AS sectionBodies
ORDER BY id
