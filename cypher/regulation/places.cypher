// The provision $within and all that lies in it, on some day. Without $within, all provisions.
COLLECT {
  UNWIND CASE WHEN $within IS NULL THEN [] ELSE [$within] END AS citation
  MATCH (:Regulation {citation: citation})<-[:PART_OF*0..16]-(place:Regulation)
  RETURN DISTINCT place
} + COLLECT {
  UNWIND CASE WHEN $within IS NULL THEN [1] ELSE [] END AS everything
  MATCH (place:Regulation)
  RETURN place
}
