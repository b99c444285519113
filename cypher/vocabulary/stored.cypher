// Every vocabulary with all that is stored of it.
MATCH (node:Vocabulary)
RETURN node.key AS key, properties(node) AS properties
ORDER BY key
