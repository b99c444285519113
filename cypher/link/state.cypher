// What was noted of each group when it was last linked, and of the names it was linked by.
MATCH (node:Linking)
RETURN node.group AS group, node.texts AS texts, node.said AS said, node.packed AS packed
ORDER BY group
