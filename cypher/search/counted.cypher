// The number of matches of each kind, whatever kinds the client asks for, and the best tier of each kind. A word that 100,000 names
// hold is counted as a stream: nothing is kept of a match but that it was seen.
WITH {} AS bound, ${search/asked}
CALL (bound, cited, named, asked, exact, start, words, some, said, asking) {
  CALL (bound, cited, named, asked, exact, start, words) {
    ${search/by-words}
  }
  UNWIND ${search/meant(hit)} AS entity
  RETURN entity, tier
  UNION ALL
  CALL (some, said, asking) {
    ${search/by-sense}
  }
  WITH asking, hit, collect(DISTINCT reason) AS reasons
  UNWIND ${search/meant(hit)} AS entity
  WITH entity, reasons, CASE WHEN asking IS NULL THEN NULL ELSE ${search/nearness(entity)} END AS near, ${search/floor(entity)} AS floor, asking
  WHERE ${search/sensible}
  RETURN entity, 0.0 AS tier
}
WITH entity, tier
WHERE ${search/wanted(entity)}
WITH [name IN labels(entity) WHERE name <> 'Entity'][0] AS kind, count(DISTINCT entity) AS number, max(tier) AS best
RETURN {kind: kind, number: number, best: best}
