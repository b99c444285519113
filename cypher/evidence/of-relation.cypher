// The evidence of a relation: parallel lists, as Neo4j holds no list of maps. '' and -1 stand for "none". `holder` has the
// text in which the quote should stand: of a relation whose days are over, what the text was then, too.
UNWIND range(0, size(parent.evidenceRules) - 1) AS position
WITH position, {
  rule: parent.evidenceRules[position],
  quote: nullIf(parent.evidenceQuotes[position], ''),
  start: nullIf(parent.evidenceStarts[position], -1),
  end: nullIf(parent.evidenceEnds[position], -1),
  sourceId: parent.evidenceSources[position],
  holder: startNode(parent),
  validFrom: parent.validFrom,
  validTo: parent.validTo
} AS node
ORDER BY position
