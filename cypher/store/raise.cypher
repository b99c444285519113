// Deletes the tombstones of entities that are in the graph again.
UNWIND $given.rows AS row
MATCH (gone:Tombstone {id: row.id})
DELETE gone
