// The only path from an entity to itself is the entity alone. An entity that does not exist has no paths. There is a search along
// any relation and, by relevance, one along those alone that authors or the law state: a word that two texts have in common is a
// short way that tells little.
OPTIONAL MATCH (from:Entity {id: $from})
OPTIONAL MATCH (to:Entity {id: $to})
WITH from, to, CASE WHEN from = to THEN [{nodes: [from], hops: []}] ELSE [] END AS itself,
  CASE WHEN coalesce(from = to, true) THEN [] ELSE range(1, ${searches}) END AS searches
