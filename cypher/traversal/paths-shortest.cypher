// The shortest paths of each search. Neo4j searches from both ends at once and stops where they meet; paths are read one after the
// other, so the LIMIT bounds the time where hubs lie between the ends and there are millions.
WITH from, to, itself, searches, COLLECT {
  UNWIND searches AS search
  RETURN COLLECT {
    MATCH path = SHORTEST 1 GROUPS (from) (()-[step WHERE ${traversal/searched(step)}]-(via:Entity WHERE ${traversal/passed(via)})){1,${maxLength}} (to)
    WITH path LIMIT ${most}
    RETURN {nodes: nodes(path), hops: relationships(path)}
  }
} AS shortest
