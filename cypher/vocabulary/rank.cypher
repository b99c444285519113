// The place of the vocabulary of `it` among all: the smallest is asked first. What is no term ranks like our own terms.
CASE WHEN it.vocabulary IS NULL THEN 1
  ELSE coalesce(head(COLLECT { MATCH (ranked:Vocabulary {id: 'Vocabulary:' + it.vocabulary}) RETURN ranked.rank }), 100)
END
