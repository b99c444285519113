// How near an entity `it` must be to be found by meaning alone: words without sense come closer to the short texts of a large glossary
// and of a standard's elements than to ours.
CASE
  WHEN coalesce(it.vocabulary, 'law') IN ['glossograph', 'law'] AND coalesce(it.level, '') <> 'ELEMENT' THEN 0.63
  ELSE 0.7
END
