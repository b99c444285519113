// What is known over time of the provision `it`: its texts, the days of the editions that contain its section, the nearest
// notes on the history of the section, the rules that amend the section, a paragraph of it, or what contains it, and the
// sources: those of the texts, and those of the editions, whose ids are alike up to the day.
head(COLLECT {
  ${regulation/unit}
  WITH unit, ${regulation/texts(it)} AS texts, ${regulation/noted(unit)} AS noted,
    coalesce(unit.textSource, unit.formerSource[0], '') AS edition
  RETURN {
    texts: texts,
    unitId: unit.id,
    observedOn: coalesce(unit.observedOn, []),
    noted: noted {
      .historyKinds, .historyCitations, .historyPublished, .historyEffective, .historyCitedFrom, .historySources
    },
    days: CASE WHEN unit.amendedOn IS NOT NULL THEN {
      on: unit.amendedOn, from: unit.amendedFrom, to: unit.amendedTo, isAdded: unit.wasAdded, isRemoved: unit.wasRemoved
    } END,
    rules: COLLECT {
      MATCH (unit)-[:PART_OF*0..8]->(place:Regulation)<-[amends:AMENDS]-(rule:Rule)
      RETURN ${regulation/amending} ORDER BY rule.id
    } + COLLECT {
      MATCH (place:Entity)<-[amends:AMENDS]-(rule:Rule)
      WHERE place.id STARTS WITH unit.id + '('
      RETURN ${regulation/amending} ORDER BY rule.id
    },
    sources: COLLECT {
      MATCH (source:Source)
      WHERE source.id IN reduce(ids = [day IN coalesce(unit.observedOn, []) | replace(edition, right(edition, 10), day)],
        row IN texts.rows | ids + coalesce(row.textSource, []) + coalesce(row.formerSource, []))
      RETURN source {.id, .name, .url, .retrieved, .sha256}
    }
  }
})
