// Terms that a provision mentions; with $deep, also those that the provisions inside it mention: one row for each term and
// provision. Without a day, mentions in the current text.
UNWIND CASE
  WHEN $deep THEN COLLECT { MATCH (parent)<-[:PART_OF*0..12]-(inside:Regulation) RETURN inside }
  ELSE [parent]
END AS place
MATCH (place)-[edge:MENTIONS]->(node:Term)
WHERE ${days/in-force(edge)}
ORDER BY node.name, node.id, edge.id
