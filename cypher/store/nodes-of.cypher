// The nodes of which an import says something.
MATCH (node:${key})
WHERE $given.origin IN node.origins
RETURN node.id AS id
