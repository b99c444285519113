// The texts of the provision `node` and of everything inside it, with what is known of it over time. The ids of its
// paragraphs start with its own id. The sources are those of the texts.
head(COLLECT {
  WITH COLLECT {
    MATCH (inside:Regulation)
    WHERE inside.id = node.id OR inside.id STARTS WITH node.id + '('
    RETURN inside {
      .id, .order, .text, .heading, .lead, .validFrom, .textSource, .formerFrom, .formerTo, .formerText, .formerHeading,
      .formerLead, .formerSource
    }
  } AS rows
  RETURN {asOf: $asOf, rows: rows, time: ${regulation/in-time}, sources: COLLECT {
    MATCH (source:Source)
    WHERE source.id IN reduce(ids = [], row IN rows | ids + coalesce(row.textSource, []) + coalesce(row.formerSource, []))
    RETURN source {.id, .name, .url, .retrieved, .sha256}
  }}
})
