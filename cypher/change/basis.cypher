// On what the day of a change rests. A citation came or went with a change of its section.
CASE
  WHEN node.at >= 0 THEN node.place.changeBases[node.at]
  WHEN node.said IS NULL THEN 'STATED'
  WHEN node.begins AND node.said.validFromBasis IS NOT NULL THEN node.said.validFromBasis
  WHEN NOT node.begins AND node.said.validToBasis IS NOT NULL THEN node.said.validToBasis
  ELSE coalesce(head(COLLECT {
    UNWIND [startNode(node.said)] AS it
    ${regulation/unit}
    UNWIND range(0, size(coalesce(unit.changeDays, [])) - 1) AS nth
    WITH unit, nth WHERE unit.changeDays[nth] = node.on
    RETURN unit.changeBases[nth] LIMIT 1
  }), CASE WHEN 'PARSED' IN node.said.evidenceRules AND type(node.said) <> 'ADOPTS' THEN 'FIRST_SEEN' ELSE 'STATED' END)
END
