// The vocabularies, with what decides where texts are searched for their names.
MATCH (node:Vocabulary)
RETURN node.key AS key, coalesce(node.linking, 'OWN') AS linking, coalesce(node.rank, 100) AS rank
ORDER BY key
