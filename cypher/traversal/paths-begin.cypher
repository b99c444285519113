// From an entity to itself there is one way that passes nothing twice: staying.
MATCH (from:Entity {id: $from}), (to:Entity {id: $to})
WITH from, to, CASE WHEN from = to THEN [{nodes: [from], hops: []}] ELSE [] END AS ways, from = to AS done
