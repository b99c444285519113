// The mappings of one page of terms: those that a file states, and suggestions by name. Of two terms that suggest each other, the
// one with the smaller id has the suggestion, unless the export lacks the other.
MATCH (parent:Term)
WHERE parent.id > $given.after AND ($given.ids IS NULL OR parent.id IN $given.ids) AND ${export/kept(parent)}
WITH parent
ORDER BY parent.id
LIMIT $given.limit
RETURN parent.id AS id, parent {.id, .label, .iri, .vocabulary} AS subject, COLLECT {
  ${mapping/of}
  WITH node, node.term AS other
  WHERE node.rule = 'PARSED' OR parent.id < other.id OR NOT (${export/kept(other)})
    OR NOT ($given.ids IS NULL OR other.id IN $given.ids)
  RETURN {
    predicate: node.predicate, iri: node.iri, rule: node.rule, quote: node.quote, sourceId: node.sourceId,
    object: other {.id, .label, .iri, .vocabulary}
  }
  ORDER BY node.predicate, node.rule DESC, node.iri, coalesce(other.id, '')
} AS mappings
