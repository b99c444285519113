// Of a part, a subpart, or a subject group `it`: its sections and appendices in the order of the law, each with its texts, with the days on
// which it lay in the division, and with what an import found of it over time. Null for every other level.
CASE WHEN it.level IN ['PART', 'SUBPART', 'SUBJECT_GROUP'] THEN COLLECT {
  MATCH path = (unit:Regulation)-[:PART_OF*1..4]->(it)
  WHERE unit.level IN ['SECTION', 'APPENDIX']
  WITH unit, path ORDER BY unit.sortKey, unit.id
  RETURN {
    texts: ${regulation/texts(unit)},
    insideFrom: [edge IN relationships(path) | coalesce(edge.validFrom, '')],
    insideTo: [edge IN relationships(path) | coalesce(edge.validTo, '9999')],
    observedOn: coalesce(unit.observedOn, []), changeDays: coalesce(unit.changeDays, []),
    changeBases: coalesce(unit.changeBases, []), coverageFrom: coalesce(unit.coverageFrom, []),
    coverages: coalesce(unit.coverages, [])
  }
} END
