// The entities that say more than their name, in pages by id: our own, or the terms of foreign vocabularies.
MATCH (entity:Entity)
WHERE entity.id > $given.after AND NOT entity:Alias
  AND (coalesce(entity.vocabulary, 'law') IN ['glossograph', 'law']) = $given.isOwn
  AND (entity.shortDefinition IS NOT NULL OR entity.definition IS NOT NULL OR entity.summary IS NOT NULL
    OR entity.text IS NOT NULL OR entity.heading IS NOT NULL)
WITH entity ORDER BY entity.id LIMIT toInteger($given.limit)
RETURN entity.id AS id, [name IN labels(entity) WHERE name <> 'Entity'][0] AS kind, entity.label AS label,
  entity.vocabulary AS vocabulary, entity.citation AS citation, entity.heading AS heading, entity.summary AS summary,
  entity.shortDefinition AS shortDefinition, entity.definition AS definition, entity.text AS text,
  entity.keyTakeaways AS keyTakeaways, entity.sectionBodies AS sectionBodies,
  COLLECT {
    MATCH (entity)<-[:ALIAS_OF]-(called:Alias) WITH called ORDER BY called.label RETURN called.label
  } AS aliases, COLLECT {
    MATCH (entity)<-[:ABOUT]-(term:Term) WHERE term.shortDefinition IS NOT NULL
    WITH term ORDER BY term.label LIMIT 3
    RETURN term.label + ': ' + term.shortDefinition
  } AS describedBy
