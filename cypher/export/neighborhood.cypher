// After a traversal: its nodes and relations with all properties, their sources, and the state of the data. src/export/read-graph.ts
// sorts all lists, and nothing is made distinct here: for each row that is sorted or compared, Neo4j would count everything that
// the row can see as memory.
WITH node AS parent
WITH parent,
  COLLECT { ${traversal/members} WITH node.entity AS node RETURN ${export/entity-row} AS row } AS nodes,
  COLLECT { ${traversal/inside} WITH node AS edge RETURN ${export/relation-row} AS row } AS edges
WITH parent, nodes, edges, COLLECT { UNWIND edges AS edge UNWIND edge.evidenceSources AS id RETURN id } + COLLECT {
  UNWIND nodes AS node UNWIND coalesce(node.formerSource, []) + coalesce(node.textSource, []) AS id RETURN id
} AS sourceIds
RETURN parent.exact AS exact, parent.reasons AS reasons, parent.omittedNodes AS omittedNodes, nodes, edges,
  COLLECT { MATCH (source:Source) WHERE source.id IN sourceIds RETURN ${export/source-row} AS row } AS sources,
  COLLECT {
    MATCH (vocabulary:Vocabulary)
    WHERE vocabulary.id IN [node IN nodes WHERE node.vocabulary IS NOT NULL | 'Vocabulary:' + node.vocabulary]
    RETURN ${export/vocabulary-row} AS row
  } AS vocabularies,
  COLLECT { MATCH (import:Import) RETURN import.origin + ':' + import.sha256 AS entry } AS imports
