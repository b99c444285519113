// The shortest paths first.
CALL (candidates) {
  RETURN COLLECT {
    UNWIND candidates AS way
    WITH way ORDER BY size(way.hops), [one IN way.nodes | one.label], [one IN way.nodes | one.id], [one IN way.hops | one.id]
    RETURN way
  } AS ways
}
WITH isDeep, ways
