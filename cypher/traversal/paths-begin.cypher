// From an entity to itself there is one path: the entity alone. There is none from or to an entity that does not exist.
OPTIONAL MATCH (from:Entity {id: $from})
OPTIONAL MATCH (to:Entity {id: $to})
WITH from, to, CASE WHEN from = to THEN [{nodes: [from], hops: []}] ELSE [] END AS ways, coalesce(from = to, true) AS done
