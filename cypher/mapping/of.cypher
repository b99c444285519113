// The mappings of a term: those that its vocabulary states, and as suggestions the terms of other vocabularies with one of its
// names. Abbreviations have too many meanings to suggest anything, and so have the concepts of code systems.
WITH COLLECT {
  UNWIND range(0, size(coalesce(parent.mappingIris, [])) - 1) AS at
  WITH parent.mappingPredicates[at] AS predicate, parent.mappingIris[at] AS iri
  RETURN {
    predicate: predicate, iri: iri, rule: 'PARSED', quote: iri, sourceId: head(parent.sourceIds),
    term: head(COLLECT { MATCH (mapped:Term {iri: iri}) RETURN mapped ORDER BY mapped.id })
  }
} + COLLECT {
  WITH [parent.nameKey] + COLLECT {
    MATCH (parent)<-[:ALIAS_OF]-(alias:Alias) WHERE alias.aliasKind <> 'ABBREVIATION' RETURN alias.nameKey
  } AS names
  UNWIND COLLECT { MATCH (named:Entity) WHERE named.nameKey IN names AND named:Term RETURN named }
    + COLLECT {
      MATCH (other:Entity)-[:ALIAS_OF]->(named:Term)
      WHERE other.nameKey IN names AND other:Alias AND other.aliasKind <> 'ABBREVIATION'
      RETURN named
    } AS named
  WITH DISTINCT named, names
  MATCH (vocabulary:Vocabulary {id: 'Vocabulary:' + named.vocabulary})
  WHERE named.vocabulary <> parent.vocabulary AND coalesce(vocabulary.linking, 'OWN') <> 'NOWHERE'
  WITH named, head([name IN names WHERE name = named.nameKey] + COLLECT {
    MATCH (named)<-[:ALIAS_OF]-(other:Alias) WHERE other.nameKey IN names RETURN other.nameKey AS name ORDER BY name
  }) AS name, coalesce(head(named.sourceIds), head(COLLECT {
    MATCH (named)<-[edge:DEFINES]-() RETURN edge.evidenceSources[0] AS source ORDER BY source
  })) AS sourceId
  WHERE sourceId IS NOT NULL
  RETURN {predicate: 'CLOSE', iri: coalesce(named.iri, ''), rule: 'MATCHED', quote: name, sourceId: sourceId, term: named}
} AS mappings
UNWIND mappings AS node
ORDER BY node.predicate, node.rule DESC, node.iri, coalesce(node.term.id, '')
