// All paths up to ${length} hops, the shortest first, if a search reaches at least this far but not as far as the next longer one.
WITH from, to, itself, shortest, few, reach, longer + COLLECT {
  UNWIND CASE WHEN reach >= ${length} AND reach < ${next} THEN [search IN few WHERE coalesce(size(shortest[search - 1][0].hops), 0) < ${length}] ELSE [] END AS search
  RETURN COLLECT {
    MATCH path = SHORTEST ${length} GROUPS (from) (()-[step WHERE ${traversal/searched(step)}]-(via:Entity WHERE ${traversal/passed(via)})){1,${length}} (to)
    WITH path LIMIT ${mostLonger}
    RETURN {nodes: nodes(path), hops: relationships(path)}
  }
} AS longer
