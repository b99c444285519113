// A path passes the entity `it` if the entity is an end of the path or of a kind that is asked for.
($labels IS NULL OR it.id = $from OR it.id = $to OR ANY(label IN labels(it) WHERE label IN $labels))
