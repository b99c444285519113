// One row for each id, in the order of the ids; null for an id that does not exist.
UNWIND range(0, size($ids) - 1) AS position
OPTIONAL MATCH (node:Entity {id: $ids[position]})
ORDER BY position
