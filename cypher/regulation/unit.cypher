// The section, appendix, or division `unit` that contains the provision `it`; it may be the provision itself.
MATCH out = (it)-[:PART_OF*0..8]->(unit:Regulation)
WITH it, unit ORDER BY unit.level = 'PARAGRAPH', length(out), unit.id LIMIT 1
