// The adoptions of a standard by the law.
MATCH (parent)<-[said:ADOPTS]-(place:Regulation)
WHERE ${days/adopted(said)}
WITH {said: said, from: place, standard: parent} AS node
ORDER BY node.from.sortKey, node.said.id
