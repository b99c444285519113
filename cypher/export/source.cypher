// Sources, but for what an import notes of itself.
MATCH (node:Source)
RETURN node {.*, origins: NULL, said: NULL} AS row
ORDER BY node.id
