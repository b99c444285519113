// The texts of the provision `node` and of everything inside it. The ids of its paragraphs start with its own id.
{id: node.id, asOf: $asOf, rows: COLLECT {
  MATCH (inside:Regulation)
  WHERE inside.id = node.id OR inside.id STARTS WITH node.id + '('
  RETURN inside {
    .id, .order, .text, .heading, .lead, .validFrom, .textSource, .formerFrom, .formerTo, .formerText, .formerHeading,
    .formerLead, .formerSource
  }
}}
