// What cites a provision, in the order of the law.
MATCH (parent)<-[said:CITES]-(citing:Regulation)
WHERE CASE WHEN $asOf IS NULL THEN said.validTo IS NULL ELSE coalesce(said.validFrom, '') <= $asOf AND coalesce(said.validTo, '9999') > $asOf END
WITH {said: said, from: citing, cited: parent, targetCitation: coalesce(said.targetCitation, parent.citation)} AS node
ORDER BY node.from.sortKey, node.said.id
