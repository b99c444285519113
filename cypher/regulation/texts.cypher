// The texts of the provision `it` and of everything inside it. The ids of its paragraphs start with its own id.
{id: it.id, asOf: $asOf, rows: COLLECT {
  MATCH (inside:Regulation)
  WHERE inside.id = it.id OR inside.id STARTS WITH it.id + '('
  RETURN inside {
    .id, .order, .text, .heading, .lead, .validFrom, .textSource, .formerFrom, .formerTo, .formerText, .formerHeading,
    .formerLead, .formerSource, .formerOrder
  }
}}
