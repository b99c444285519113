// How near the entity `it` is to the question `asking`: the cosine of its nearest passage.
reduce(best = 0.0, one IN COLLECT {
  MATCH (passage:Passage {of: it.id})
  RETURN passage.weight * (2.0 * vector.similarity.cosine(passage.vector, asking) - 1.0)
} | CASE WHEN one > best THEN one ELSE best END)
