// What was found: each path once, and none that passes a node twice. `isDeep` says that all paths were looked at, however long.
WITH shortest, longer, itself, size(itself) > 0 OR coalesce(size(shortest[0]), 0) = 0
  OR (reach >= ${maxLength} AND size(shortest[0]) < ${most} AND coalesce(size(longer[0]), 0) < ${mostLonger}) AS isDeep
CALL (itself, shortest, longer) {
  RETURN COLLECT {
    UNWIND [itself] + shortest + longer AS ways
    UNWIND ways AS way
    WITH DISTINCT way
    WHERE ALL(one IN way.nodes WHERE size([other IN way.nodes WHERE other = one]) = 1)
    RETURN way
  } AS candidates
}
