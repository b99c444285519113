// The texts of the provision `it` and of everything inside it. The ids of its paragraphs start with its own id. Ids are indexed for
// entities, so the label must be Entity.
{id: it.id, asOf: $asOf, rows: COLLECT {
  MATCH (inside:Entity)
  WHERE inside.id = it.id OR inside.id STARTS WITH it.id + '('
  RETURN inside {
    .id, .order, .text, .heading, .lead, .validFrom, .textSource, .formerFrom, .formerTo, .formerText, .formerHeading,
    .formerLead, .formerSource, .formerOrder
  }
}}
