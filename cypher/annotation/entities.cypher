// The entities that a name in a text may mean.
UNWIND parent.ids AS id
MATCH (node:Entity {id: id})
ORDER BY node.id
