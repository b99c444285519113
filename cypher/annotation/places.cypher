// Names found in a text, with the ids of the entities that each may mean, and the provision in which the text stands: the nearest
// one that is in the graph. $within are the citations of that provision and of what contains it, innermost first.
WITH head(COLLECT {
  UNWIND range(0, size($within) - 1) AS at
  MATCH (known:Regulation {citation: $within[at]})
  RETURN known ORDER BY at LIMIT 1
}) AS place
UNWIND $places AS found
WITH found {.*, place: place} AS node
ORDER BY node.start
