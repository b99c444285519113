// Names the successors of entities that were just deleted: those with the same IRI; else those with the same name; else those
// that have the name as an alias. All of the same kind, and terms of the same vocabulary.
UNWIND $given.rows AS row
MATCH (gone:Tombstone {id: row.id})
WITH gone, COLLECT { MATCH (same:Term {iri: gone.iri}) RETURN same } AS byIri,
  COLLECT { MATCH (same:Entity {nameKey: gone.nameKey}) RETURN same } AS byName,
  COLLECT { MATCH (:Alias {nameKey: gone.nameKey})-[:ALIAS_OF]->(same:Entity) RETURN DISTINCT same } AS byAlias
WITH gone, [found IN [
  {by: 'IRI', nodes: byIri}, {by: 'NAME', nodes: byName}, {by: 'ALIAS', nodes: byAlias}
] | {by: found.by, ids: [same IN found.nodes
  WHERE gone.kind IN labels(same) AND coalesce(same.vocabulary, '') = coalesce(gone.vocabulary, '') | same.id]}] AS found
WITH gone, head([one IN found WHERE one.ids <> []]) AS best
WHERE best IS NOT NULL
UNWIND best.ids AS id
WITH gone, best.by AS by, id
ORDER BY id
WITH gone, by, collect(id) AS ids
SET gone.successors = ids, gone.succeededBy = by
