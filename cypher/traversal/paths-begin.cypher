// The only path from an entity to itself is the entity alone. An entity that does not exist has no paths.
OPTIONAL MATCH (from:Entity {id: $from})
OPTIONAL MATCH (to:Entity {id: $to})
WITH from, to, CASE WHEN from = to THEN [{nodes: [from], hops: []}] ELSE [] END AS ways, coalesce(from = to, true) AS done
