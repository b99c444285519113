// The provision, or the nearest one around it that is in the graph. $places are the citations of the provision and of what contains
// it, innermost first: a provision that is not imported lies where its citation says. But nothing lies in a provision that is
// known in full and lacks it.
head(COLLECT {
  UNWIND range(0, size($places) - 1) AS at
  MATCH (known:Regulation {citation: $places[at]})
  RETURN CASE WHEN at = 0 OR NOT ${days/whole(known)} THEN known END AS place
  ORDER BY at
  LIMIT 1
})
