// The nodes of which an import has records.
MATCH (node:${key})
WHERE $given.origin IN node.origins
RETURN node.id AS id
