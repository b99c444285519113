// The entities that a name in a text may mean, those of the vocabulary with the lowest rank first.
UNWIND parent.ids AS id
MATCH (node:Entity {id: id})
WITH node, ${vocabulary/rank(node)} AS rank
ORDER BY rank, node.id
