// What a provision cites, in the order of its text. `said` is the relation, or what stands aside for want of an end; `cited`
// is null for what is not imported and for what does not stand there on that day.
CALL (parent) {
  MATCH (parent)-[said:CITES]->(cited:Entity)
  RETURN said, CASE WHEN stood(cited)
    AND ($asOf IS NOT NULL OR cited.formerFrom IS NULL OR cited.validFrom IS NOT NULL) THEN cited END AS cited
  UNION ALL
  MATCH (said:OpenRelation {from: parent.id, type: 'CITES'})
  RETURN said, null AS cited
}
WITH parent, said, cited
WHERE inForce(said)
WITH {said: said, from: parent, cited: cited, targetCitation: coalesce(said.targetCitation, cited.citation),
  start: coalesce(said.evidenceStarts[0], -1)} AS node
ORDER BY node.start, node.targetCitation, node.said.id
