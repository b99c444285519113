// The export has `it`: an entity of the kinds and vocabularies that are asked for; null asks for all.
($given.labels IS NULL OR any(label IN labels(it) WHERE label IN $given.labels))
  AND coalesce(it.vocabulary IN $given.vocabularies, true)
