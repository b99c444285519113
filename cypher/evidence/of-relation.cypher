// The evidence of a relation, from parallel lists, because Neo4j stores no lists of maps. '' and -1 mean "none". `holder`
// has the text that contains the quote; for a relation of the past, that is a former text. The notes of a provision name the
// rules that amend it.
UNWIND range(0, size(parent.evidenceRules) - 1) AS position
WITH position, {
  rule: parent.evidenceRules[position],
  quote: nullIf(parent.evidenceQuotes[position], ''),
  start: nullIf(parent.evidenceStarts[position], -1),
  end: nullIf(parent.evidenceEnds[position], -1),
  sourceId: parent.evidenceSources[position],
  holder: CASE type(parent) WHEN 'AMENDS' THEN endNode(parent) ELSE startNode(parent) END,
  validFrom: parent.validFrom,
  validTo: parent.validTo
} AS node
ORDER BY position
