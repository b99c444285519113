// A provision, and what is known of it over time; of a division also what is known of its sections on the day.
UNWIND [parent] AS it
WITH it, CASE WHEN it.level IN ['SECTION', 'PARAGRAPH', 'APPENDIX'] THEN null ELSE COLLECT {
  MATCH (unit:Regulation)-[:PART_OF*1..12]->(it)
  WHERE unit.level IN ['SECTION', 'APPENDIX'] AND ${days/stood(unit)}
  WITH DISTINCT unit, $asOfOrToday AS day
  RETURN [${regulation/certainty(unit)}]
} END AS sections
WITH {provision: it, place: ${regulation/in-time}, listed: CASE WHEN sections IS NOT NULL THEN ${coverage/listed(sections)} END} AS node
