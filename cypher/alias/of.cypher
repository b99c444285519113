// The other names of a term.
MATCH (parent)<-[:ALIAS_OF]-(node:Alias)
ORDER BY node.name, node.id
