// After a traversal: its nodes and relations with all properties, their sources, and the state of the data.
WITH node AS parent
WITH parent,
  COLLECT { ${traversal/members} WITH node.entity AS node RETURN ${export/entity-row} AS row ORDER BY node.id } AS nodes,
  COLLECT { ${traversal/inside} WITH node AS edge RETURN ${export/relation-row} AS row ORDER BY startNode(edge).id, edge.id } AS edges
RETURN parent.exact AS exact, parent.reasons AS reasons, parent.omittedNodes AS omittedNodes, nodes, edges,
  COLLECT {
    UNWIND [edge IN edges | edge.evidenceSources]
      + [node IN nodes | coalesce(node.formerSource, []) + coalesce(node.textSource, [])] AS ids
    UNWIND ids AS id
    WITH DISTINCT id
    MATCH (source:Source {id: id})
    RETURN ${export/source-row} AS row ORDER BY source.id
  } AS sources,
  COLLECT {
    UNWIND [node IN nodes WHERE node.vocabulary IS NOT NULL | node.vocabulary] AS key
    WITH DISTINCT key
    MATCH (vocabulary:Vocabulary {id: 'Vocabulary:' + key})
    RETURN ${export/vocabulary-row} AS row ORDER BY vocabulary.id
  } AS vocabularies,
  COLLECT { MATCH (import:Import) RETURN import.origin + ':' + import.sha256 ORDER BY import.origin } AS imports
