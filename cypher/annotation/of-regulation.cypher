// Names of terms in the text of a provision. A name that may mean several terms is one row.
WITH COLLECT {
  MATCH (parent)-[edge:MENTIONS]->(term:Term)
  WHERE ${days/in-force(edge)}
  UNWIND range(0, size(edge.evidenceRules) - 1) AS nth
  WITH edge, term, nth
  WHERE edge.evidenceRules[nth] = 'MATCHED' AND edge.evidenceStarts[nth] >= 0
  RETURN {start: edge.evidenceStarts[nth], end: edge.evidenceEnds[nth], text: edge.evidenceQuotes[nth], id: term.id}
  ORDER BY edge.evidenceStarts[nth], term.id, edge.id, nth
} AS places
UNWIND range(0, size(places) - 1) AS at
WITH places, at
WHERE at = 0 OR places[at].start <> places[at - 1].start
WITH {
  start: places[at].start, end: places[at].end, text: places[at].text,
  ids: [place IN places WHERE place.start = places[at].start | place.id]
} AS node
ORDER BY node.start
