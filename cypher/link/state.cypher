// The state of each group when it was last linked, and of the names.
MATCH (node:Linking)
RETURN node.group AS group, node.texts AS texts, node.said AS mentions, node.packed AS packed
ORDER BY group
