// `it` belongs to one of the vocabularies that are asked for, or to none. Without $vocabularies, everything does.
coalesce(it.vocabulary IN $vocabularies, true)
