// What is left of those of these entities that an import removed.
UNWIND $ids AS id
MATCH (node:Tombstone {id: id})
