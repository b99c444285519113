// Whether the evidence `it` is known to have its quote in place. null means that the texts themselves have to be compared: a former
// text can contain the quote, too, and Neo4j counts the characters beyond U+FFFF as one each, but offsets count them as two.
CASE
  WHEN it.quote IS NULL THEN false
  WHEN it.start IS NULL THEN coalesce(it.holder.heading CONTAINS it.quote, false)
  ELSE head([text IN [CASE
    WHEN 'Term' IN labels(it.holder) THEN CASE
      WHEN size(coalesce(it.holder.sectionBodies, [])) = 0 THEN it.holder.definition
      ELSE reduce(page = head(it.holder.sectionBodies), body IN tail(it.holder.sectionBodies) | page + '\n\n' + body)
    END
    WHEN 'Standard' IN labels(it.holder) THEN it.holder.name + coalesce('\n\n' + it.holder.summary, '')
    WHEN it.validTo IS NULL OR it.rule <> 'MATCHED' THEN it.holder.text
  END] WHERE substring(text, it.start, it.end - it.start) = it.quote
    AND NOT left(text, it.start) =~ '(?s).*[\\x{10000}-\\x{10FFFF}].*' | true])
END
