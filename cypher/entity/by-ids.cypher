// One row for each id, in the order of the ids; null for an id that does not exist. Each id can have a day of its own, which
// governs what is read of its entity: the planner reads $asOf from the variable `day`.
UNWIND range(0, size($ids) - 1) AS position
WITH position, $ids[position] AS id, $days[position] AS day
WITH position, day, head(COLLECT { MATCH (entity:Entity {id: id}) RETURN entity }
  + COLLECT { MATCH (vocabulary:Vocabulary {id: id}) RETURN vocabulary }) AS found
WITH position, day, CASE WHEN ${days/existed(found)} THEN found END AS node
ORDER BY position
