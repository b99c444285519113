// The provision $within and all that lies in it, on some day. Nothing without $within.
COLLECT {
  UNWIND CASE WHEN $within IS NULL THEN [] ELSE [$within] END AS citation
  MATCH (:Regulation {citation: citation})<-[:PART_OF*0..16]-(place:Regulation)
  RETURN DISTINCT place
}
