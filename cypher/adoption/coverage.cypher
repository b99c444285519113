// How sure a list of adoptions is: what is known on the day of each section that adopts something, or once did.
WITH COLLECT {
  MATCH (place:Regulation)-[:ADOPTS]->(:Standard)
  WHERE ${regulation/lies-within(place)}
  RETURN DISTINCT place
} + COLLECT {
  MATCH (said:OpenRelation)
  WHERE said.to STARTS WITH 'Standard:' AND said.type = 'ADOPTS'
  MATCH (place:Entity {id: said.from})
  WHERE place:Regulation AND ${regulation/lies-within(place)}
  RETURN DISTINCT place
} AS places
WITH COLLECT {
  UNWIND places AS it
  WITH DISTINCT head(COLLECT { ${regulation/unit} RETURN unit }) AS section, $asOfOrToday AS day
  RETURN [${regulation/certainty(section)}]
} AS sections
WITH {provision: null, place: null, listed: ${coverage/listed(sections)}} AS node
