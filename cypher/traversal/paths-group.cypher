// Paths of the first `groups` lengths. If there are fewer lengths than that, there are no longer paths. If there are more
// paths than the limit, longer ones are not needed. The next group is searched only in the remaining case.
WITH from, to, ways, done, COLLECT {
  UNWIND CASE WHEN done THEN [] ELSE [from] END AS start
  MATCH path = SHORTEST ${groups} GROUPS (start) (()-[step
    WHERE ($types IS NULL OR type(step) IN $types)
      AND ${days/in-force(step)}
  ]-(:Entity)){1,${maxLength}} (to)
  WITH path, nodes(path) AS along
    ORDER BY length(path), [one IN along | one.label], [one IN along | one.id], [one IN relationships(path) | one.id]
  RETURN {nodes: along, hops: relationships(path)}
} AS found
WITH from, to, ways, done, found, size(COLLECT { UNWIND found AS way RETURN DISTINCT size(way.hops) }) AS lengths,
  // A path passes no node twice.
  [way IN found WHERE ALL(one IN way.nodes WHERE size([other IN way.nodes WHERE other = one]) = 1)] AS simple
WITH from, to, CASE WHEN done THEN ways ELSE simple END AS ways,
  done OR lengths < ${groups} OR size(simple) > $limit AS done
