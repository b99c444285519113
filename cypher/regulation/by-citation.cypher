// A provision: the one with this citation; else the only one whose section differs in capitals alone; else the run of reserved
// sections that holds the section. As of a day for which its section is imported, only if the provision existed on that day.
WITH COLLECT { MATCH (exact:Regulation {citation: $citation}) RETURN exact } AS exact
WITH exact, CASE WHEN exact <> [] THEN [] ELSE COLLECT {
  MATCH (alike:Regulation {sortKey: $placeKey})
  WHERE alike.level IN ['PART', 'SECTION']
  RETURN alike
} END AS alike
WITH exact + CASE WHEN size(alike) <> 1 THEN [] ELSE COLLECT {
  UNWIND alike AS place
  MATCH (folded:Regulation {citation: place.citation + $paragraphs})
  RETURN folded
} END AS found
WITH found + CASE WHEN found <> [] OR $paragraphs <> '' THEN [] ELSE COLLECT {
  MATCH (run:Regulation)
  WHERE run.throughKey >= $placeKey AND run.sortKey < $placeKey + '1'
  RETURN run
} END AS found
UNWIND found AS node
WITH node
WHERE ${days/existed(node)}
