// The evidence of a citation, which is a relation or a pending relation.
UNWIND range(0, size(parent.said.evidenceRules) - 1) AS position
WITH position, {
  rule: parent.said.evidenceRules[position],
  quote: nullIf(parent.said.evidenceQuotes[position], ''),
  start: nullIf(parent.said.evidenceStarts[position], -1),
  end: nullIf(parent.said.evidenceEnds[position], -1),
  sourceId: parent.said.evidenceSources[position],
  holder: parent.from,
  validFrom: parent.said.validFrom,
  validTo: parent.said.validTo
} AS node
ORDER BY position
