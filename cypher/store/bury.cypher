// Leaves a tombstone for each entity that is about to be deleted, with what its successor is found by.
UNWIND $given.rows AS row
MATCH (node:Entity {id: row.id})
MERGE (gone:Tombstone {id: row.id})
SET gone = {
  id: row.id, label: node.label, kind: [l IN labels(node) WHERE l <> 'Entity'][0], nameKey: node.nameKey, iri: node.iri,
  vocabulary: node.vocabulary, removedBy: $given.origin, removedOn: $given.day, successors: []
}
