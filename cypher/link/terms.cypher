// Every term that may be found in text, with what decides where each of its names is found. The text of a page can show that
// a single word is a proper name, so it is returned for single words only. For other names, an empty string means that the
// term has a page.
MATCH (vocabulary:Vocabulary)
WHERE coalesce(vocabulary.linking, 'OWN') <> 'NOWHERE'
MATCH (term:Term)
WHERE term.vocabulary = vocabulary.key
RETURN term.id AS id, term.name AS name, term.vocabulary AS vocabulary,
  CASE
    WHEN size(coalesce(term.sectionBodies, [])) = 0 AND term.definition IS NULL THEN NULL
    WHEN term.name CONTAINS ' ' THEN ''
    ELSE reduce(page = coalesce(term.definition, ''), body IN coalesce(term.sectionBodies, []) | page + '\n\n' + body)
  END AS page,
  COLLECT {
    MATCH (term)<-[:ALIAS_OF]-(alias:Alias)
    RETURN {name: alias.name, kind: alias.aliasKind} ORDER BY alias.id
  } AS aliases,
  COLLECT {
    MATCH (by:Regulation)-[edge:DEFINES]->(term)
    RETURN {
      by: by.id, scope: coalesce(edge.scopeId, by.id), names: edge.names, from: edge.validFrom, to: edge.validTo
    } ORDER BY edge.id
  } AS definitions
ORDER BY id
