// The names of terms that the text of `it` mentions, in order, with the rank of the vocabulary of each.
COLLECT {
  MATCH (it)-[edge:MENTIONS]->(term:Term)
  WHERE ${days/in-force(edge)}
  WITH edge, term, ${vocabulary/rank(term)} AS rank
  UNWIND range(0, size(edge.evidenceRules) - 1) AS nth
  WITH edge, term, nth, rank
  WHERE edge.evidenceRules[nth] = 'MATCHED' AND edge.evidenceStarts[nth] >= 0
  RETURN {start: edge.evidenceStarts[nth], end: edge.evidenceEnds[nth], text: edge.evidenceQuotes[nth], id: term.id, rank: rank}
  ORDER BY edge.evidenceStarts[nth], edge.evidenceEnds[nth], rank, term.id, edge.id, nth
}
