// The place with the nearest notes on the history of the section or division `it`: itself, or what contains it. Null if none
// of them has notes.
head(COLLECT {
  MATCH up = (it)-[:PART_OF*0..8]->(noted:Regulation)
  WHERE noted.historyKinds IS NOT NULL
  RETURN noted ORDER BY length(up), noted.id LIMIT 1
})
