// The number of Glossograph's nodes with a label.
MATCH (node:${label})
WHERE node.${mark} IS NOT NULL
RETURN count(node) AS count
