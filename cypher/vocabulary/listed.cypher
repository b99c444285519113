// Every vocabulary with its settings and the number of its terms, in the order of their ranks.
MATCH (node:Vocabulary)
WITH node, coalesce(node.rank, 100) AS rank
RETURN node.key AS key, coalesce(node.name, node.key) AS name, coalesce(node.linking, 'OWN') AS linking, rank,
  COUNT { (term:Term) WHERE term.vocabulary = node.key } AS terms
ORDER BY rank, key
