// The entities with one of the names `it`, and those that an alias with such a name denotes; of the vocabularies asked for.
COLLECT {
  UNWIND it AS key
  MATCH (called:Entity {nameKey: key})
  UNWIND CASE
    WHEN called:Alias THEN COLLECT { MATCH (called)-[:ALIAS_OF]->(meant:Entity) RETURN meant }
    ELSE [called]
  END AS found
  WITH found
  WHERE parent.vocabularies IS NULL OR found.vocabulary IS NULL OR found.vocabulary IN parent.vocabularies
  RETURN found
}
