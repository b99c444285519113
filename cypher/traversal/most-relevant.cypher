// The first $limit of the candidates `it`, most relevant first, as `best`. Neo4j counts the list that a row comes from as memory of
// that row, so sorting a list takes memory that grows with the square of its length. Therefore what is too far behind is left out
// first: `least` is the relevance of the last candidate that is kept, in millionths; see least.cypher. What is kept is then sorted
// in groups of about 100.
CALL (it) {
  WITH it, [bit IN range(0, 19) | toInteger(2 ^ (19 - bit))] AS bits, $limit AS rank
  WITH it, bits, ${traversal/least(it)} AS least
  WITH bits, [one IN it WHERE one[1] >= least / 1000000.0] AS near
  WITH near, [1000001] + [rank IN range(100, size(near) - 1, 100) | ${traversal/least(near)}] + [0] AS bounds
  RETURN reduce(all = [], sorted IN COLLECT {
    UNWIND range(1, size(bounds) - 1) AS nth
    WITH [one IN near WHERE bounds[nth] / 1000000.0 <= one[1] AND one[1] < bounds[nth - 1] / 1000000.0] AS some
    CALL (some) {
      RETURN COLLECT {
        UNWIND some AS one
        WITH one ORDER BY one[1] DESC, one[0].label, one[0].id
        RETURN one
      } AS sorted
    }
    RETURN sorted
  } | all + sorted)[..$limit] AS best
}
