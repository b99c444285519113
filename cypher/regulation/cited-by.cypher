// The provisions that cite a provision, in the order of the law.
MATCH (parent)<-[said:CITES]-(citing:Regulation)
WHERE ${days/in-force(said)}
WITH {said: said, from: citing, cited: parent, targetCitation: coalesce(said.targetCitation, parent.citation)} AS node
ORDER BY node.from.sortKey, node.said.id
