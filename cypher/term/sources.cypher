// The sources of a term: those that its page states, and those of its names, of its definitions, and of its own relations.
UNWIND coalesce(parent.sourceIds, []) + COLLECT {
  MATCH (parent)<-[edge:ALIAS_OF|DEFINES]-() UNWIND edge.evidenceSources AS source RETURN DISTINCT source
} + COLLECT {
  MATCH (parent)-[edge:RELATED_TO|CONTRASTS_WITH|BROADER|ABOUT]->() UNWIND edge.evidenceSources AS source
  RETURN DISTINCT source
} AS source
WITH DISTINCT source
MATCH (node:Source {id: source})
ORDER BY node.name, node.id
