// Every vocabulary, in the order in which they are asked.
MATCH (node:Vocabulary)
ORDER BY coalesce(node.rank, 100), node.key
