// Organizations by name.
MATCH (node:Organization)
ORDER BY node.name, node.id
