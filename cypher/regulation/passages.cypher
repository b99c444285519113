// A provision and all that it contains, at every depth, in the order of the law.
MATCH path = (parent)<-[:PART_OF*0..12]-(node:Regulation)
WHERE all(edge IN relationships(path) WHERE ${days/in-force(edge)})
ORDER BY node.sortKey, node.id
