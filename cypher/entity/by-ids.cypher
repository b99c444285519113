// One row an id, in the order asked; null where there is none.
UNWIND range(0, size($ids) - 1) AS position
OPTIONAL MATCH (node:Entity {id: $ids[position]})
ORDER BY position
