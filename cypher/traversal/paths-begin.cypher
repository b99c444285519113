// From an entity to itself there is one way that passes nothing twice: staying. To or from one that is not there, there is none.
OPTIONAL MATCH (from:Entity {id: $from})
OPTIONAL MATCH (to:Entity {id: $to})
WITH from, to, CASE WHEN from = to THEN [{nodes: [from], hops: []}] ELSE [] END AS ways, coalesce(from = to, true) AS done
