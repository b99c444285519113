// The provision $within and all that lies in it, on some day. Without $within, all provisions.
${regulation/inside} + COLLECT {
  UNWIND CASE WHEN $within IS NULL THEN [1] ELSE [] END AS everything
  MATCH (place:Regulation)
  RETURN place
}
