// What is left of the entity with this id, if an import removed it.
MATCH (node:Tombstone {id: $id})
