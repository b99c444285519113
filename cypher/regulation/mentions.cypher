// Terms that a provision uses; $deep: that it or anything inside it uses, one row a term and
// provision. Without a day, what the text uses now.
UNWIND CASE
  WHEN $deep THEN COLLECT { MATCH (parent)<-[:PART_OF*0..12]-(inside:Regulation) RETURN inside }
  ELSE [parent]
END AS place
MATCH (place)-[edge:MENTIONS]->(node:Term)
WHERE ${days/in-force(edge)}
ORDER BY node.name, node.id, edge.id
