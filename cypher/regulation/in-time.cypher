// What is known over time of the provision `node`: the days of the editions that contain its section, its own texts, the
// notes of the section and of what contains it from the inside out, and the rules that amend one of these or a paragraph.
head(COLLECT {
  MATCH out = (node)-[:PART_OF*0..8]->(unit:Regulation)
  WITH unit ORDER BY unit.level = 'PARAGRAPH', length(out), unit.id LIMIT 1
  RETURN {
    id: node.id,
    unitId: unit.id,
    asOf: $asOf,
    observedOn: coalesce(unit.observedOn, []),
    own: node {
      .id, .order, .text, .heading, .lead, .validFrom, .textSource, .formerFrom, .formerTo, .formerText, .formerHeading,
      .formerLead, .formerSource
    },
    noted: COLLECT {
      MATCH up = (unit)-[:PART_OF*0..8]->(place:Regulation)
      WHERE place.historyKinds IS NOT NULL
      RETURN place {
        .historyKinds, .historyCitations, .historyPublished, .historyEffective, .historySources
      } ORDER BY length(up), place.id
    },
    rules: COLLECT {
      MATCH (unit)-[:PART_OF*0..8]->(place:Regulation)<-[amends:AMENDS]-(rule:Rule)
      RETURN {placeId: place.id, effectiveOn: amends.validFrom, adds: amends.adds, rule: properties(rule)} ORDER BY rule.id
    } + COLLECT {
      MATCH (place:Regulation)<-[amends:AMENDS]-(rule:Rule)
      WHERE place.id STARTS WITH unit.id + '('
      RETURN {placeId: place.id, effectiveOn: amends.validFrom, adds: false, rule: properties(rule)} ORDER BY rule.id
    }
  }
})
