// The most relevant paths first: the product of the strengths of the relations, and of how specific the entities between are. Each
// hop after the first leaves 0.6 of it, so that a longer way has to be stronger.
CALL (candidates) {
  RETURN COLLECT {
    UNWIND candidates AS way
    WITH way, 0.6 ^ (size(way.hops) - 1) * reduce(strength = 1.0, hop IN way.hops | strength * ${traversal/strength(hop)})
      * reduce(all = 1.0, one IN COLLECT {
        UNWIND way.nodes[1..-1] AS between
        WITH between, COUNT { (between)--() } AS degree
        RETURN ${traversal/specific(between)}
      } | all * one) AS relevance
    WITH way ORDER BY round(relevance, 9) DESC, size(way.hops), [one IN way.nodes | one.label], [one IN way.nodes | one.id],
      [one IN way.hops | one.id]
    RETURN way
  } AS ways
}
WITH isDeep, ways
