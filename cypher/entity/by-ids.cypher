// One row for each id, in the order of the ids; null for an id that does not exist. Each id can have a day of its own, which
// governs what is read of its entity: the planner reads $asOf from the variable `day`.
UNWIND range(0, size($ids) - 1) AS position
WITH position, $ids[position] AS id, $days[position] AS day
OPTIONAL MATCH (node:Entity {id: id})
WHERE ${days/existed(node)}
ORDER BY position
